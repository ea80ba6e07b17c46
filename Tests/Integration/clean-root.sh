#!/usr/bin/env bash
# A fresh Debian 12 with Swift and nothing else: makes one, clones this repository into it, and
# times the two documented commands there, scripts/demo (twice) and scripts/test.
#
#   sudo Tests/Integration/clean-root.sh [FOLDER]     FOLDER: where the root is made, 6 GB of room
#
# Needs root, debootstrap, and Swift on this machine, whose toolchain is bound into the new root.
# The rest comes as it does to a newcomer: scripts/setup installs it by apt, SwiftPM fetches the
# packages. Where there is no way out, bind copies of them in:
#   HOTSPOT_BIND="/path ..."       folders that are bound at the same path, read-only
#   HOTSPOT_GITCONFIG=FILE         becomes /root/.gitconfig, for instance with url.*.insteadOf
#   HOTSPOT_MIRROR=URL             Debian mirror (default: that of debootstrap)
#   HOTSPOT_TEST_DATA=FOLDER       bound in for the tests, which else skip what needs it
# What was bound is unmounted at the end, and a root made in a temporary folder is removed.
set -euo pipefail
repo=$(cd "$(dirname "$0")/../.." && pwd)

fail() { printf '%s\n' "$2" >&2; exit "$1"; }
[ "$(id -u)" -eq 0 ] || fail 77 'Run it as root: it mounts folders and changes the root.'
command -v debootstrap >/dev/null || fail 69 'debootstrap is missing: apt-get install debootstrap'
swift=$(command -v swift) || fail 69 'swift is not on the PATH.'
swift_bin=$(dirname "$swift")
toolchain=$(cd "$swift_bin/../.." && pwd)

made=''
root=${1:-}
if [ -z "$root" ]; then
  made=$(mktemp -d)
  root=$made/root
fi
mkdir -p "$root"

mounted=()
unmount() {
  local i
  for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount "${mounted[i]}" || umount -l "${mounted[i]}"; done
  mounted=()
  # Nothing is removed through a bind that is still there.
  if [ -n "$made" ] && ! grep -q " $root/" /proc/mounts; then rm -rf "$made"; fi
}
trap unmount EXIT
trap 'exit 130' INT TERM

bind() { # FOLDER [OPTIONS]: at the same path
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  mounted+=("$root$1")
  [ -z "${2:-}" ] || mount -o "remount,bind,$2" "$root$1"
}

times='' passed=0 failed=0
step() { # NAME COMMAND...: runs it and tells its seconds
  local name=$1 start=$SECONDS end=''
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    end=', FAILED'
  fi
  times+=$(printf '%-28s %5d s%s' "$name" $((SECONDS - start)) "$end")$'\n'
}

inside() { # COMMAND...: in the new root, in the clone, with an environment of its own
  chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 TERM=dumb \
    PATH="$swift_bin:/usr/sbin:/usr/bin:/sbin:/bin" \
    ${HOTSPOT_TEST_DATA:+HOTSPOT_TEST_DATA="$HOTSPOT_TEST_DATA"} \
    /bin/bash -c 'cd /root/hotspot && exec "$@"' inside "$@"
}

if [ ! -e "$root/etc/debian_version" ]; then
  step 'Debian 12 (debootstrap)' debootstrap --variant=minbase bookworm "$root" \
    ${HOTSPOT_MIRROR:+"$HOTSPOT_MIRROR"} >&2
  [ "$failed" -eq 0 ] || fail 69 'debootstrap could not make the root.'
fi
bind "$toolchain" ro
for folder in ${HOTSPOT_BIND:-} ${HOTSPOT_TEST_DATA:-}; do bind "$folder" ro; done
mount -t proc proc "$root/proc"
mounted+=("$root/proc")
bind /dev
cp /etc/resolv.conf "$root/etc/resolv.conf"
[ -z "${HOTSPOT_GITCONFIG:-}" ] || cp "$HOTSPOT_GITCONFIG" "$root/root/.gitconfig"

rm -rf "$root/root/hotspot"
git clone --quiet --no-hardlinks "$repo" "$root/root/hotspot"
step 'scripts/demo, the first time' inside scripts/demo
step 'scripts/demo, the second time' inside scripts/demo
step 'scripts/test' inside scripts/test
printf '\n%s\n%d passed, %d failed\n' "$times" "$passed" "$failed"
[ "$failed" -eq 0 ]
