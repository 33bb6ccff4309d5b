#!/usr/bin/env bash
# Takes from a running GlassFish what configure.sh gave it, and nothing else; the receiver has to be undeployed before.
# What is stored in the database and at the broker stays, and so does the JDBC driver, which others may use.
#
#   ASADMIN=/opt/glassfish7/bin/asadmin ./undo.sh
set -euo pipefail
umask 077
cd "$(dirname "$0")"
source ../payara-server/asadmin.sh

look
! exists applications.application.egnyte || fail "The receiver is still deployed: asadmin undeploy egnyte."

"$asadmin" list-system-properties > "$work/properties"
while IFS= read -r key; do
    command_line delete-system-property "$key"
done < <(sed -En "s/^($ours[^=]*)=.*/\1/p" "$work/properties")

# Where nobody has said otherwise, the level is that of its parent.
"$asadmin" list-log-levels > "$work/levels"
if grep -q '^jakarta\.enterprise\.resource\.jta[[:space:]]*<WARNING>' "$work/levels"; then
    command_line set-log-levels jakarta.enterprise.resource.jta=INFO
fi
run

../payara-server/undo.sh
