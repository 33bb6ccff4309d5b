#!/usr/bin/env bash
# Takes away what configure.sh put into a server of Open Liberty, settings and secrets among it, and the receiver with it.
# Its database, the broker and what lies in it stay as they are.
#
#   SERVER=/opt/wlp/usr/servers/estate ./undo.sh
set -euo pipefail

if [[ -z ${SERVER:-} ]]; then
    echo "The environment variable SERVER is missing." >&2
    exit 1
fi
rm -f "$SERVER/configDropins/defaults/egnyte.xml" "$SERVER/configDropins/defaults/egnyte-alone.xml"
rm -f "$SERVER/configDropins/overrides/egnyte-resources.xml" "$SERVER/configDropins/overrides/egnyte-settings.xml"
rm -f "$SERVER/apps/egnyte.war"
rm -f "$SERVER/egnyte/postgresql.jar" "$SERVER/egnyte/egnyte-ra.rar"
rmdir "$SERVER/egnyte" 2> /dev/null || true
