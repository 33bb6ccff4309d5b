#!/usr/bin/env bash
# Makes a running Payara Server ready for the receiver, for one node or several: data source, messaging, settings.
#
#   export DATABASE_HOST=db.example DATABASE_NAME=egnyte DATABASE_USER=egnyte DATABASE_PASSWORD=…
#   export BROKER_HOST=mq.example BROKER_USER=egnyte BROKER_PASSWORD=…      # or BROKER_DIRECTORY=/var/lib/egnyte/broker
#   export DATABASE_DRIVER=/opt/postgresql.jar ADAPTER=/opt/egnyte-ra.rar SETTINGS=/etc/egnyte/receiver.properties
#   ASADMIN=/opt/payara6/bin/asadmin ./configure.sh
#
# SETTINGS is a file of lines key=value, those of the README. DATABASE_PORT is 5432 and BROKER_PORT 61616 unless it is
# said otherwise; with BROKER_DIRECTORY the broker is embedded, and BROKER_PORT opens it on 127.0.0.1. Another port of the
# administration, a user and a password for it come from AS_ADMIN_PORT, AS_ADMIN_USER and AS_ADMIN_PASSWORDFILE.
#
# What exists already is kept as it is, sizes of pools that were changed in the console among it; where database and
# broker are, the secrets and the settings are those of the last run. Settings that are gone from SETTINGS stay.
set -euo pipefail
umask 077
cd "$(dirname "$0")"
source ./asadmin.sh

require DATABASE_HOST DATABASE_NAME DATABASE_USER DATABASE_PASSWORD DATABASE_DRIVER ADAPTER
if [[ -z ${BROKER_DIRECTORY:-} ]]; then
    require BROKER_HOST BROKER_USER BROKER_PASSWORD
fi
readable DATABASE_DRIVER ADAPTER
[[ -z ${SETTINGS:-} ]] || settings_are_ours

look

# Secrets: in the vault of the domain, and everywhere else by their names there.
alias_of egnyte-database-password "$DATABASE_PASSWORD"
if [[ -z ${BROKER_DIRECTORY:-} ]]; then
    alias_of egnyte-broker-password "$BROKER_PASSWORD"
fi

# Data source: PostgreSQL in a plain pool, no XA. A connection that has died is found out before it is used, at most
# once in five seconds each; one that never answers is given up after socketTimeout. What a node that is frozen or cut
# off from the network holds is free again after idle_in_transaction_session_timeout (milliseconds; more than
# egnyte.work.time-limit).
unless "$(basename "$DATABASE_DRIVER")" add-library "\"$DATABASE_DRIVER\""
pool=resources.jdbc-connection-pool.EgnyteReceiverPool
unless "$pool" create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
    --restype javax.sql.DataSource --steadypoolsize 4 --maxpoolsize 32 --maxwait 400 --isisolationguaranteed false \
    --wrapjdbcobjects=false --isconnectvalidatereq true --validationmethod custom-validation \
    --validationclassname org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation --validateatmostonceperiod 5 \
    --property connectTimeout=2:socketTimeout=30:tcpKeepAlive=true:ApplicationName=egnyte:options=-cidle_in_transaction_session_timeout\\\\=150000 \
    EgnyteReceiverPool
set_to "$pool.property.serverName" "$DATABASE_HOST"
set_to "$pool.property.portNumber" "${DATABASE_PORT:-5432}"
set_to "$pool.property.databaseName" "$DATABASE_NAME"
set_to "$pool.property.user" "$DATABASE_USER"
set_to "$pool.property.password" '${ALIAS=egnyte-database-password}'
unless resources.jdbc-resource.jdbc/EgnyteReceiver \
    create-jdbc-resource --connectionpoolid EgnyteReceiverPool jdbc/EgnyteReceiver

# Messaging: the resource adapter, connected to the broker or with its own. The adapter's user takes work from the queue,
# the pool's sends; the server warns that the pool's has no setter (RAR7097), and uses it all the same.
adapter=resources.resource-adapter-config.egnyte-ra
pool=resources.connector-connection-pool.EgnyteBrokerPool
unless "$adapter" create-resource-adapter-config egnyte-ra
if [[ -n ${BROKER_DIRECTORY:-} ]]; then
    set_to "$adapter.property.EmbeddedDataDir" "$BROKER_DIRECTORY"
    set_to "$adapter.property.EmbeddedPort" "${BROKER_PORT:-0}"
else
    without "$adapter.property.EmbeddedDataDir"
    without "$adapter.property.EmbeddedPort"
    set_to "$adapter.property.ConnectionParameters" "host=$BROKER_HOST;port=${BROKER_PORT:-61616}"
    set_to "$adapter.property.UserName" "$BROKER_USER"
    set_to "$adapter.property.Password" '${ALIAS=egnyte-broker-password}'
fi
unless applications.application.egnyte-ra deploy --name egnyte-ra "\"$ADAPTER\""
unless "$pool" create-connector-connection-pool --raname egnyte-ra --connectiondefinition jakarta.jms.ConnectionFactory \
    --transactionsupport XATransaction --steadypoolsize 1 --maxpoolsize 16 EgnyteBrokerPool
if [[ -z ${BROKER_DIRECTORY:-} ]]; then
    set_to "$pool.property.UserName" "$BROKER_USER"
    set_to "$pool.property.Password" '${ALIAS=egnyte-broker-password}'
fi
unless resources.connector-resource.jms/EgnyteConnections \
    create-connector-resource --poolname EgnyteBrokerPool jms/EgnyteConnections

# Settings: secrets in the vault, under their keys; the others in the domain's source of MicroProfile Config.
if [[ -n ${SETTINGS:-} ]]; then
    while IFS= read -r line || [[ -n $line ]]; do
        [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
        key=${line%%=*} value=${line#*=}
        if [[ $key == *.secrets || $key == *.password ]]; then
            alias_of "$key" "$value"
        else
            command_line set-config-property --source=domain "--propertyname=$key" "$(quoted "--propertyvalue=$value")"
        fi
    done < "$SETTINGS"
fi

run
