# What configure.sh and undo.sh share: commands are gathered, and run by one asadmin. Not to be run by itself.

asadmin=${ASADMIN:-asadmin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Names of settings. Another application may have names that begin with egnyte as well.
ours='egnyte\.(accounts|audit|delivery|feeds|journal|operator|origin|viewer|work)\.'

require() {
    for name in "$@"; do
        [[ -n ${!name:-} ]] || fail "The environment variable $name is missing."
    done
}

readable() {
    for name in "$@"; do
        [[ -r ${!name} ]] || fail "The file that $name names cannot be read: ${!name}."
    done
}

# A line that is no setting would be kept under a name that nobody reads, a secret in clear among it.
settings_are_ours() {
    readable SETTINGS
    local line
    line=$(grep -nEv "^[[:space:]]*(#.*)?$|^$ours[^[:space:]=]+=(.*[^[:space:]])?$" "$SETTINGS" |
        head -n 1 | cut -d: -f1) || true
    [[ -z $line ]] ||
        fail "Line $line of $SETTINGS is not key=value, with a key of the receiver and no blanks at the ends."
}

fail() {
    echo "$1" >&2
    exit 1
}

# What the domain has already.
look() {
    printf '%s\n' 'list resources.*' 'get resources.*' 'list applications.application.*' list-libraries list-password-aliases \
        'get property.*' > "$work/look"
    "$asadmin" multimode --file "$work/look" > "$work/existing" 2>&1 || true
    grep -q 'Command list-password-aliases executed successfully' "$work/existing" ||
        fail "The server's administration does not answer: $(head -n 3 "$work/existing")"
}

exists() {
    grep -qxF -- "$1" "$work/existing"
}

command_line() {
    printf '%s\n' "$*" >> "$work/commands"
}

unless() {
    local name=$1
    shift
    exists "$name" || command_line "$@"
}

when() {
    local name=$1
    shift
    ! exists "$name" || command_line "$@"
}

# The server starts an adapter or a pool anew when somebody sets what it has already.
set_to() {
    exists "$1=$2" || command_line set "$(quoted "$1=$2")"
}

# One word for asadmin, whatever is in it.
quoted() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}

# Takes away a property that an earlier run has set.
without() {
    ! grep -q "^${1//./\\.}=" "$work/existing" || command_line set "$(quoted "$1=")"
}

# A secret under a name of the domain's vault; it is never an argument of a command.
alias_of() {
    local command=create-password-alias file
    exists "$1" && command=update-password-alias
    file=$(mktemp "$work/secret.XXXXXX")
    printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "${2//\\/\\\\}" > "$file"
    [[ -z ${AS_ADMIN_PASSWORDFILE:-} ]] || cat "$AS_ADMIN_PASSWORDFILE" >> "$file"
    command_line "$command" --passwordfile "$(quoted "$file")" "$1"
}

# Runs what was gathered, and stops with what the server says of the first command that fails.
run() {
    if [[ -s $work/commands ]]; then
        "$asadmin" multimode --file "$work/commands" > "$work/answer" 2>&1 || true
        if grep -q '^Command .* failed\.$' "$work/answer"; then
            grep -B 5 '^Command .* failed\.$' "$work/answer" >&2
            exit 1
        fi
        rm "$work/commands"
    fi
}
