# Starting and ending a server of a workspace; sourced after checks.sh and find_program.

server_program=${HOTSPOT_SERVER:-$(dirname "$hotspot")/hotspot-server}
[ -x "$server_program" ] || {
  (cd "$root" && swift build -c release --product hotspot-server --quiet >&2)
  server_program=$(cd "$root" && swift build -c release --show-bin-path)/hotspot-server
}
servers=()

stop_servers() {
  [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null || true
}
trap 'stop_servers; cleanup' EXIT

# serve NAME [OPTION...]: starts a server on a free port; sets url and pid. What it says goes to
# $work/NAME.txt.
serve() {
  local name=$1
  shift
  "$server_program" serve -w "$ws" --port 0 --lang en "$@" >"$work/$name.out" 2>"$work/$name.txt" &
  pid=$!
  servers+=("$pid")
  for _ in $(seq 300); do
    url=$(sed -n 's/^Serving \(.*\)\/$/\1/p' "$work/$name.txt" 2>/dev/null)
    [ -z "$url" ] || return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  sed 's/^/        /' "$work/$name.txt"
  return 1
}

# ended PID CODE: waits for a server's end and compares its exit code.
ended() {
  local code=0
  wait "$1" || code=$?
  is "$code" "$2"
}

# status [CURL-OPTION...] ADDRESS: the status of an answer.
status() { curl -s -o /dev/null -m 20 --path-as-is -w '%{http_code}' "$@"; }

# A python with what a file of requirements names, in a folder of its own.
python_with() {
  venv=${HOTSPOT_SERVER_VENV:-$root/.build/server-peers}
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$1"
}
python() { "$venv/bin/python" "$@"; }
