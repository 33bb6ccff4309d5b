#!/usr/bin/env bash
# Makes a running GlassFish ready for the receiver: data source, messaging, settings. As often as you like.
#
#   export DATABASE_HOST=db.example DATABASE_NAME=egnyte DATABASE_USER=egnyte DATABASE_PASSWORD=…
#   export BROKER_HOST=mq.example BROKER_USER=egnyte BROKER_PASSWORD=…      # or BROKER_DIRECTORY=/var/lib/egnyte/broker
#   export DATABASE_DRIVER=/opt/postgresql.jar ADAPTER=/opt/egnyte-ra.rar SETTINGS=/etc/egnyte/receiver.properties
#   ASADMIN=/opt/glassfish7/bin/asadmin ./configure.sh
#
# The variables are those of ../payara-server/configure.sh, which makes jdbc/EgnyteReceiver and jms/EgnyteConnections here as
# it does there. Settings are another matter: GlassFish has no source of MicroProfile Config of its own, so they become
# properties of the system, and secrets among them aliases of its vault. Those that are gone from SETTINGS stay;
# delete-system-property takes one away.
#
# Where no other application is, ALONE=yes keeps GlassFish from writing lines for every transaction into the log, and a stack
# trace with the message for each that a failing handler has rolled back.
set -euo pipefail
umask 077
cd "$(dirname "$0")"

source ../payara-server/asadmin.sh
[[ -z ${SETTINGS:-} ]] || settings_are_ours
SETTINGS= ../payara-server/configure.sh

# Within a property of create-system-properties, colons and equals signs separate.
escaped() {
    local text=${1//\\/\\\\}
    text=${text//:/\\:}
    printf '%s' "${text//=/\\=}"
}

look
if [[ -n ${ALONE:-} ]]; then
    command_line set-log-levels jakarta.enterprise.resource.jta=WARNING
fi
if [[ -n ${SETTINGS:-} ]]; then
    while IFS= read -r line || [[ -n $line ]]; do
        [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
        key=${line%%=*} value=${line#*=}
        if [[ $key == *.secrets || $key == *.password ]]; then
            alias_of "$key" "$value"
            value="\${ALIAS=$key}"
        fi
        command_line create-system-properties "$(quoted "$key=$(escaped "$value")")"
    done < "$SETTINGS"
fi
run
