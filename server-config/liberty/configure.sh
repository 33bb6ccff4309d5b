#!/usr/bin/env bash
# Makes a server of Open Liberty ready for the receiver, running or not: data source, messaging, settings. As often as
# you like; run it as the user of the server.
#
#   export SERVER=/opt/wlp/usr/servers/estate
#   export DATABASE_HOST=db.example DATABASE_NAME=egnyte DATABASE_USER=egnyte DATABASE_PASSWORD=…
#   export BROKER_HOST=mq.example BROKER_USER=egnyte BROKER_PASSWORD=…      # or BROKER_DIRECTORY=/var/lib/egnyte/broker
#   export DATABASE_DRIVER=/opt/postgresql.jar ADAPTER=/opt/egnyte-ra.rar SETTINGS=/etc/egnyte/receiver.properties
#   ./configure.sh
#
# SETTINGS is a file of lines key=value, those of the README. DATABASE_PORT is 5432 and BROKER_PORT 61616 unless it is
# said otherwise; with BROKER_DIRECTORY the broker is embedded, and BROKER_PORT opens it on 127.0.0.1. The two passwords
# may be what "securityUtility encode" made of them. Where no other application is, ALONE=yes sets two things for the whole
# server, those of alone.xml.
#
# Everything lies in $SERVER/egnyte and in $SERVER/configDropins, and is that of the last run; without SETTINGS, settings
# stay as they are. What you want otherwise, such as another size of a pool, belongs into server.xml, which is read after
# configDropins/defaults.
set -euo pipefail
umask 077
cd "$(dirname "$0")"

fail() {
    echo "$1" >&2
    exit 1
}

required() {
    local name
    for name in "$@"; do
        [[ -n ${!name:-} ]] || fail "The environment variable $name is missing."
    done
}

readable() {
    local name
    for name in "$@"; do
        [[ -r ${!name} ]] || fail "The file that $name names cannot be read: ${!name}."
    done
}

attribute() {
    local text=$1
    text=${text//&/'&amp;'}
    text=${text//</'&lt;'}
    text=${text//\"/'&quot;'}
    printf '%s' "$text"
}

variable() {
    printf '  <variable name="%s" value="%s"/>\n' "$(attribute "$1")" "$(attribute "$2")"
}

resources() {
    variable EGNYTE_DATABASE_HOST "$DATABASE_HOST"
    variable EGNYTE_DATABASE_PORT "${DATABASE_PORT:-5432}"
    variable EGNYTE_DATABASE_NAME "$DATABASE_NAME"
    variable EGNYTE_DATABASE_USER "$DATABASE_USER"
    variable EGNYTE_DATABASE_PASSWORD "$DATABASE_PASSWORD"
    if [[ -n ${BROKER_DIRECTORY:-} ]]; then
        variable EGNYTE_EMBEDDED_BROKER_DIRECTORY "$BROKER_DIRECTORY"
        variable EGNYTE_EMBEDDED_BROKER_PORT "${BROKER_PORT:-0}"
    else
        variable EGNYTE_BROKER_HOST "$BROKER_HOST"
        variable EGNYTE_BROKER_PORT "${BROKER_PORT:-61616}"
        variable EGNYTE_BROKER_USER "$BROKER_USER"
        variable EGNYTE_BROKER_PASSWORD "$BROKER_PASSWORD"
    fi
}

# A line of another kind would be a variable that nobody reads.
settings_are_ours() {
    local line
    line=$(grep -nEv '^[[:space:]]*(#.*)?$|^egnyte\.[^[:space:]=]+=(.*[^[:space:]])?$' "$SETTINGS" |
        head -n 1 | cut -d: -f1) || true
    [[ -z $line ]] ||
        fail "Line $line of $SETTINGS is not key=value, with a key of the receiver and no blanks at the ends."
}

settings() {
    local line
    while IFS= read -r line || [[ -n $line ]]; do
        [[ $line =~ ^[[:space:]]*(#.*)?$ ]] || variable "${line%%=*}" "${line#*=}"
    done < "$SETTINGS"
}

# The server may look at any moment: a file is there as a whole or not at all, and a new one only when it is another.
place() {
    if ! cmp -s "$1" "$2"; then
        cp "$1" "$2.new"
        mv "$2.new" "$2"
    fi
}

written() {
    { printf '<server>\n'; "$1"; printf '</server>\n'; } > "$2.new"
    mv "$2.new" "$2"
}

required SERVER DATABASE_HOST DATABASE_NAME DATABASE_USER DATABASE_PASSWORD DATABASE_DRIVER ADAPTER
if [[ -z ${BROKER_DIRECTORY:-} ]]; then
    required BROKER_HOST BROKER_USER BROKER_PASSWORD
fi
readable DATABASE_DRIVER ADAPTER ${SETTINGS:+SETTINGS}
[[ -z ${SETTINGS:-} ]] || settings_are_ours
[[ -f $SERVER/server.xml ]] || fail "SERVER names no directory of a server with a server.xml: $SERVER."

defaults=$SERVER/configDropins/defaults
overrides=$SERVER/configDropins/overrides
mkdir -p "$SERVER/apps" "$SERVER/egnyte" "$defaults" "$overrides"
place "$DATABASE_DRIVER" "$SERVER/egnyte/postgresql.jar"
place "$ADAPTER" "$SERVER/egnyte/egnyte-ra.rar"
written resources "$overrides/egnyte-resources.xml"
if [[ -n ${SETTINGS:-} ]]; then
    written settings "$overrides/egnyte-settings.xml"
fi
if [[ -n ${ALONE:-} ]]; then
    place alone.xml "$defaults/egnyte-alone.xml"
else
    rm -f "$defaults/egnyte-alone.xml"
fi
place egnyte.xml "$defaults/egnyte.xml"
