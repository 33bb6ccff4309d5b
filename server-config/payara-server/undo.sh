#!/usr/bin/env bash
# Takes from a running Payara Server what configure.sh gave it, and nothing else; the receiver has to be undeployed
# before. What is stored in the database and at the broker stays, and so does the JDBC driver, which others may use.
#
#   ASADMIN=/opt/payara6/bin/asadmin ./undo.sh
set -euo pipefail
umask 077
cd "$(dirname "$0")"
source ./asadmin.sh

look
! exists applications.application.egnyte || fail "The receiver is still deployed: asadmin undeploy egnyte."

when resources.connector-resource.jms/EgnyteConnections delete-connector-resource jms/EgnyteConnections
when resources.connector-connection-pool.EgnyteBrokerPool delete-connector-connection-pool EgnyteBrokerPool
when applications.application.egnyte-ra undeploy egnyte-ra
when resources.resource-adapter-config.egnyte-ra delete-resource-adapter-config egnyte-ra
when resources.jdbc-resource.jdbc/EgnyteReceiver delete-jdbc-resource jdbc/EgnyteReceiver
when resources.jdbc-connection-pool.EgnyteReceiverPool delete-jdbc-connection-pool EgnyteReceiverPool
while IFS= read -r key; do
    command_line delete-config-property --source=domain "--propertyname=$key"
done < <(sed -En "s/^property\.payara\.microprofile\.($ours[^=]*)=.*/\1/p" "$work/existing")
while IFS= read -r name; do
    command_line delete-password-alias "$name"
done < <(grep -E "^($ours.*|egnyte-(database|broker)-password)$" "$work/existing" || true)
run
