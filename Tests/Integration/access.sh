#!/usr/bin/env bash
# Who may see what: every role asks for every resource; tokens of other teams, expired, revoked and
# forged ones; paths that try to leave; malformed requests; slow clients. Nothing is given that
# should not be, and the server stays up. Last line: "N passed, M failed".
set -euo pipefail
. "$(dirname "$0")/checks.sh"
find_program
. "$here/server/server.sh"
ws=$work/demo/workspace
export HOTSPOT_KEYS=$work/keys
# A day of the round is over, today's is not, the next ones lie ahead.
export HOTSPOT_NOW=2018-12-26T12:00

refused() { # CODE TEXT COMMAND...: the command ends with this code and says this
  local code=0 expected=$1 text=$2
  shift 2
  "$@" >"$work/refused.txt" 2>&1 || code=$?
  is "$code" "$expected" && grep -q -- "$text" "$work/refused.txt"
}
token() { "$server_program" access add "$@" -w "$ws" --lang en -q; }

title "Start"
"$hotspot" demo "$work/demo" --scale 0.1 >/dev/null 2>"$work/demo.txt"
HOTSPOT_NOW=2018-12-23T12:00 "$hotspot" audit seal --round 15 -w "$ws" >/dev/null 2>"$work/seal.txt" ||
  sed 's/^/        /' "$work/seal.txt"
check "another host without TLS: 64" refused 64 "--tls-cert" \
  "$server_program" serve -w "$ws" --host 0.0.0.0 --port 0
check "behind a proxy without tokens: 64" refused 64 "hotspot access add" \
  "$server_program" serve -w "$ws" --port 0 --behind-proxy --public-url https://map.example.org
check "a team's leader without a team: 64" refused 64 "needs --team" \
  "$server_program" access add x --role team -w "$ws"
check "a team that is not there: 66" refused 66 "Did you mean" \
  "$server_program" access add x --role team --team 140300-91 -w "$ws"
serve local
check "without tokens whoever asks here is the planner" grep -q 'local planner' "$work/local.txt"
check "another name for this machine (DNS rebinding): 421" \
  is "$(status -H 'Host: evil.example' "$url/collections")" 421
kill -TERM "$pid" && wait "$pid" || true

title "Tokens"
planner=$(token office --role planner)
team=$(token car-1 --role team --team 140300-01)
analyst=$(token study --role analyst)
auditor=$(token audit --role auditor)
revoked=$(token gone --role planner)
expired=$(HOTSPOT_NOW=2018-12-01T00:00 token old --role planner --days 1)
"$server_program" access revoke gone -w "$ws" -q
check "the file of tokens is its owner's only" is "$(stat -c %a "$ws/access/tokens.json")" 600
check "no token stands in the workspace" bash -c "! grep -rqF '${planner#hs_}' '$ws'"
check "access list shows five good or bad ones without a secret" bash -c "
  '$server_program' access list -w '$ws' --json | grep -c '\"name\"' >/dev/null &&
  ! '$server_program' access list -w '$ws' --json | grep -q hash"
serve tokens

title "Role by resource"
if python_with "$here/server/requirements.txt" 2>"$work/pip.txt"; then
  check "every role asks for every resource" python "$here/server/access.py" table "$url" \
    "$planner" "$team" "$analyst" "$auditor"
  check "every role on the map: tiles, clicks, search" python "$here/server/access.py" page "$url" \
    "$planner" "$team" "$analyst" "$auditor"
  check "paths that try to leave" python "$here/server/access.py" paths "$url" "$planner"
  check "1,000 malformed requests" python "$here/server/access.py" malformed "$url" "$planner"
  check "50 slow clients while others are answered" \
    python "$here/server/access.py" slow "$url" "$planner"
else
  echo "skipped: no Python with venv and PyPI"
fi
for what in "none:" "revoked:$revoked" "expired:$expired" "forged:hs_$(head -c 32 /dev/urandom |
  base64 | tr '+/' '-_' | tr -d =)" "cut:${planner%?}" "longer:${planner}A"; do
  check "a token ${what%%:*}: 401" \
    is "$(status -H "Authorization: Bearer ${what#*:}" "$url/collections")" 401
done
check "the health of the server needs no token" is "$(status "$url/healthz")" 200
check "a link's token goes into a cookie and out of the address" grep -qi \
  '^set-cookie: hotspot_token=.*HttpOnly; SameSite=Strict' \
  <(curl -s -D - -o /dev/null "$url/collections?token=$team&f=json")
check "and the cookie lets in" is "$(status -L -c "$work/jar" -b "$work/jar" \
  "$url/collections?token=$team")" 200
check "no other site may read: no CORS" bash -c \
  "! curl -s -D - -o /dev/null -H 'Origin: http://evil.example' -H 'Authorization: Bearer $planner' \
  '$url/collections' | grep -qi '^access-control'"
check "what may be loaded is said" grep -qi "^content-security-policy: default-src 'self'" \
  <(curl -s -D - -o /dev/null "$url/healthz")
check "what is protected is not kept" grep -qi '^cache-control: no-store' \
  <(curl -s -D - -o /dev/null -H "Authorization: Bearer $planner" "$url/collections/complaints/items")

title "Log"
check "reads of targets are logged with who, when, what, count" grep -q \
  '"at":"2018-12-26T12:00.*"who":"car-1","role":"team","team":"140300-01".*"count":' \
  "$ws/access.jsonl"
check "and nobody else reads the log" is "$(stat -c %a "$ws/access.jsonl")" 600

title "Revoked while it runs"
"$server_program" access revoke study -w "$ws" -q
for _ in $(seq 50); do
  code=$(status -H "Authorization: Bearer $analyst" "$url/collections")
  [ "$code" != 401 ] || break
  sleep 0.1
done
check "a token revoked lets in no more" is "$code" 401

title "Rate"
guesses() { # N: one connection, so that it takes no time
  for number in $(seq "$1"); do
    [ "$number" -eq 1 ] || echo next
    printf 'url=%s\nheader="Authorization: Bearer guess"\noutput=/dev/null\n' "$url/collections"
    echo 'write-out="%{http_code}\n"'
  done | curl -s -K - | sort -u | tr '\n' ' '
}
codes=$(guesses 120)
check "guesses are slowed: 401, then 429" is "$codes" "401 429 "

title "From elsewhere"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout "$work/key.pem" \
  -out "$work/cert.pem" 2>/dev/null
kill -INT "$pid"
check "SIGINT ends it with 130" ended "$pid" 130
serve tls --host 0.0.0.0 --tls-cert "$work/cert.pem" --tls-key "$work/key.pem"
there=https://localhost:${url##*:}
check "over TLS a token lets in" is \
  "$(status --cacert "$work/cert.pem" -H "Authorization: Bearer $planner" "$there/collections")" 200
check "over TLS none lets nobody in" is "$(status --cacert "$work/cert.pem" "$there/collections")" 401
check "the cookie travels encrypted only" grep -qi '^set-cookie: .*; Secure' \
  <(curl -s --cacert "$work/cert.pem" -D - -o /dev/null "$there/collections?token=$team")
check "without TLS nothing is said" is "$(status "http://localhost:${url##*:}/healthz" || true)" 000
port=${url##*:}
kill -TERM "$pid"
check "SIGTERM ends it with 0" ended "$pid" 0
serve proxy --port "$port" --behind-proxy --public-url https://map.example.org/
check "behind a proxy links begin with the public address" grep -q \
  '"href":"https://map.example.org/collections' \
  <(curl -s -H "Authorization: Bearer $planner" "http://127.0.0.1:$port/")
status -H "Authorization: Bearer $planner" -H 'X-Forwarded-For: 198.51.100.1, 203.0.113.7' \
  "http://127.0.0.1:$port/collections/targets/items?limit=1" >/dev/null
check "and the log has the address that the proxy saw" grep -q '"from":"203.0.113.7"' \
  "$ws/access.jsonl"

title "Plans that are not released"
cp -r "$work/demo" "$work/secret"
ws=$work/secret/workspace
rm -rf "$ws/access"
echo 'release: "06:00"' >>"$ws/hotspot.yaml"
kill -TERM "$pid" && wait "$pid" || true
HOTSPOT_NOW=2018-12-27T18:00 "$hotspot" plan day 2018-12-28 --as-of 2018-12-27T18:00 -w "$ws" \
  --lang en >/dev/null 2>"$work/plan.txt" || sed 's/^/        /' "$work/plan.txt"
export HOTSPOT_NOW=2018-12-27T20:00
serve before
check "before its release a day is nobody's" is "$(
  curl -s "$url/collections/targets/items?date=2018-12-28" | numbers numberMatched /dev/stdin)" 0
kill -TERM "$pid" && wait "$pid" || true
export HOTSPOT_NOW=2018-12-28T07:00
serve after
check "after it, the planner's" bash -c "[ \"\$(curl -s \
  '$url/collections/targets/items?date=2018-12-28&limit=1' |
  grep -o '\"numberMatched\":[0-9]*' | cut -d: -f2)\" -gt 0 ]"
kill -TERM "$pid"
check "SIGTERM ends it with 0" ended "$pid" 0
finish
