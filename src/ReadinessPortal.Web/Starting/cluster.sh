# shellcheck shell=bash disable=SC2015,SC2154  # a part of ./portal, which says what the other variables are
# The private PostgreSQL cluster: made, started, joined and stopped.
#
# home    what this script keeps about the cluster: locks and passwords, readable by who started it
# store   the cluster itself and its log, readable by the account PostgreSQL runs under
# socket  the only way in
# spent   says that nobody needs the cluster any more once it has stopped

# cluster_at FOLDER [OPTION...]: says which cluster the functions below are about.
cluster_at() {
  home=$1 tuning=("${@:2}")
  (umask 022 && mkdir -p "$home" 2>/dev/null) && [[ -w $home ]] ||
    die "cannot write to $home: set PORTAL_DATA to a folder of your own."
  home=$(cd -P "$home" && pwd)
  local hash group
  hash=$(sha256sum <<<"$home")
  hash=${hash:0:12}
  socket=/tmp/readiness-$hash store=$home/postgres account=$EUID as_account=()
  if ! bin=$(find_postgres); then
    install_packages "PostgreSQL (or a server that ConnectionStrings__Portal names)" postgresql
    bin=$(find_postgres) || die "no PostgreSQL 15 or later to be had: install one, or set ConnectionStrings__Portal."
  fi
  (( EUID == 0 )) || return 0

  # PostgreSQL refuses to run as root.
  [[ ! -d /var/lib/readiness-portal/$hash ]] || store=/var/lib/readiness-portal/$hash
  account=$(stat -c %u "$store" 2>/dev/null || echo 0)
  (( account != 0 )) || account=$(id -u postgres 2>/dev/null) ||
    die "PostgreSQL does not run as root, and there is no account 'postgres' for it."
  group=$(id -g "$account" 2>/dev/null || stat -c %g "$store")
  as_account=(setpriv --reuid="$account" --regid="$group" --clear-groups)
  if ! "${as_account[@]}" test -x "$home"; then
    store=/var/lib/readiness-portal/$hash
    say "the account PostgreSQL runs under cannot reach $home: the database is in $store"
  fi
}

# Runs a program as the cluster's account, without the locks: a server must not inherit them.
as_cluster() { (cd / && unset "${!PG@}" && exec "${as_account[@]}" "$@" 8>&- 9>&-); }

sql() {
  (unset "${!PG@}" && PGPASSWORD=${password[superuser]} PGCONNECT_TIMEOUT=5 exec "$bin/psql" --no-psqlrc --quiet \
    --tuples-only --no-align --set ON_ERROR_STOP=1 \
    --host "$socket" --username postgres --dbname postgres "$@" 8>&- 9>&-)
}

alive() { [[ $(sql --command 'show data_directory' 2>/dev/null) == "$store/pg" ]]; }

read_passwords() {
  local role word
  declare -gA password=()
  if [[ ! -f $home/secrets ]]; then
    [[ ! -d $store/pg ]] ||
      die "$home/secrets is gone, and without it nobody can open $store/pg: put it back, or move that away too."
    (umask 077 && for role in superuser owner portal; do
      echo "$role=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
    done >"$home/secrets.new" && mv "$home/secrets.new" "$home/secrets")
  fi
  while IFS='=' read -r role word; do password[$role]=$word; done <"$home/secrets"
}

# Makes a folder that only the cluster's account can enter; /tmp is full of strangers.
own_folder() {
  mkdir -p "$(dirname "$1")"
  [[ -e $1 ]] || mkdir -m 0700 "$1"
  if (( EUID == 0 )) && [[ $(stat -c %u "$1") == 0 ]]; then chown --no-dereference "$account" "$1"; fi
  [[ -d $1 && ! -L $1 && $(stat -c %u "$1") == "$account" ]] ||
    die "$1 belongs to somebody else: remove it, or set PORTAL_DATA to another folder."
  chmod 0700 "$1"
}

create_cluster() {
  say "creating a PostgreSQL cluster in $store/pg"
  as_cluster rm -rf "$store/pg.new"
  # shellcheck disable=SC2016
  as_cluster sh -c 'umask 077 && cat >"$1"' sh "$socket/password" <<<"${password[superuser]}"
  as_cluster "$bin/initdb" --pgdata "$store/pg.new" --username postgres --auth scram-sha-256 \
    --pwfile "$socket/password" --data-checksums --encoding UTF8 --locale C.UTF-8 >"$home/initdb.log" 2>&1 ||
    die "initdb failed: $(tail -n 20 "$home/initdb.log")"
  as_cluster rm "$socket/password"
  as_cluster mv "$store/pg.new" "$store/pg"   # last, so that an interrupted start is simply done again
}

# A killed server leaves its process number behind, and another process may have it by now: what tells the server, and
# what a killed one left running, is that it works in the data folder. Asked as the cluster's account, because root in a
# container may not look.
server_runs() {
  (( $(as_cluster find /proc -maxdepth 2 -name cwd -printf '%l\n' 2>/dev/null | grep -Fxc -- "$store/pg") > 0 ))
}

# For a server that does not answer.
clear_the_way() {
  [[ -f $store/pg/postmaster.pid && -d /proc/self ]] || return 0
  if ! server_runs; then
    say "PostgreSQL was killed last time: it recovers now"
    rm -f "$store/pg/postmaster.pid"
  elif [[ -S $socket/.s.PGSQL.5432 ]]; then
    die "PostgreSQL runs (its process is in $store/pg/postmaster.pid), but does not answer: see $store/postgres.log."
  else
    say "$socket was removed: PostgreSQL starts again"
    stop_cluster
  fi
}

start_cluster() {
  read_passwords
  ! alive || return 0
  own_folder "$store"
  own_folder "$socket"
  clear_the_way
  [[ -d $store/pg ]] || create_cluster
  local major
  major=$(cat "$store/pg/PG_VERSION")
  bin=$(find_postgres "$major") || die "the data in $store/pg was made by PostgreSQL $major, which is not installed." \
    "Either install it (postgresql-$major in Debian), or, on a machine that has it, export every launch" \
    "(./portal export KEY --package FILE) and import the files here into a new folder (PORTAL_DATA=...)."
  [[ ! -f $store/postgres.log ]] || mv "$store/postgres.log" "$store/postgres.log.1"
  if ! as_cluster "$bin/pg_ctl" start --silent --wait --timeout 120 --pgdata "$store/pg" --log "$store/postgres.log" \
    --options "-c listen_addresses='' -c unix_socket_directories='$socket' ${tuning[*]/#/-c }" >&2; then
    tail -n 20 "$store/postgres.log" >&2
    die "PostgreSQL did not start; these were the last lines of $store/postgres.log."
  fi
  alive || die "PostgreSQL started, but does not let us in: does $home/secrets belong to $store/pg?"
  create_roles
}

create_roles() {
  OWNER_PASSWORD=${password[owner]} PORTAL_PASSWORD=${password[portal]} sql --file "$root/src/ReadinessPortal.Web/Starting/roles.sql"
}

stop_cluster() {
  # One that was killed has left its process number, and there is nothing to stop.
  if [[ -f $store/pg/postmaster.pid ]] && { [[ ! -d /proc/self ]] || server_runs; }; then
    as_cluster "$bin/pg_ctl" stop --silent --wait --mode fast --pgdata "$store/pg" >&2
  fi
  as_cluster rmdir "$socket" 2>/dev/null || true   # it may have gone already
}

# The start lock is held while the cluster is made, started or stopped; the use lock is shared by everybody who uses it.
# The kernel frees both when their holder dies, whichever way.
lock() {
  exec 8>"$home/start.lock" 9>"$home/use.lock" || die "cannot write to $home: it belongs to another account."
  flock 8
}

join_cluster() {
  lock
  trap leave_cluster EXIT
  flock --shared 9
  "${@:-start_cluster}"
  flock --unlock 8
}

leave_cluster() {
  trap '' INT TERM HUP
  flock 8
  if [[ ! -e $home/keep ]] && flock --nonblock --exclusive 9; then
    stop_cluster
    [[ -z ${spent:-} ]] || rm -rf "$store/pg"
  fi
  exec 8>&- 9>&-
}

# connection ROLE PASSWORD DATABASE: a connection string for the portal.
connection() { printf 'Host=%s;Username=%s;Password=%s;Database=%s' "$socket" "$1" "${password[$2]}" "$3"; }
