#!/bin/bash
# Builds the servers that the integration tests run against:
#
#   build.sh [MAJOR ...]      pgdoctor-postgres:<major>; default "13 15 17 18"
#
# The base is Debian's image of the release that carries the major. Where no
# registry answers, mmdebstrap makes that base from Debian's packages. An image
# is built again only when its recipe changed.
set -euo pipefail
set -m # each build a process group, so that Ctrl-C can end it with all it started
cd "$(dirname "${BASH_SOURCE[0]}")"

read -r -a majors <<<"${*:-${PGDOCTOR_TEST_MAJORS:-13 15 17 18}}"
image=${PGDOCTOR_TEST_IMAGE:-pgdoctor-postgres}
label=pgdoctor.recipe
work=$(mktemp -d)
trap cleanup EXIT
trap 'exit 130' INT TERM

cleanup() {
    local group
    for group in $(jobs -pr); do kill -- "-$group" 2>/dev/null || true; done
    wait
    rm -rf "$work"
}

say() { printf 'images: %s\n' "$*"; }
die() { printf 'images: %s\n' "$*" >&2; exit 1; }

suite_of() {
    case $1 in
    13) echo bullseye ;;
    15) echo bookworm ;;
    17) echo trixie ;;
    18) echo forky ;;
    esac
}

# The registry's image for a major: PostgreSQL's own where Debian has no package.
public_base() {
    local suite
    suite=$(suite_of "$1")
    if [ -n "$suite" ]; then echo "debian:$suite-slim"; else echo "postgres:$1"; fi
}

have() { docker image inspect "$1" >/dev/null 2>&1; }

recipe() { cat Dockerfile entrypoint.sh .dockerignore | sha256sum | cut -d' ' -f1; }

fresh() {
    [ "$(docker image inspect --format "{{index .Config.Labels \"$label\"}}" "$1" 2>/dev/null)" = "$2" ]
}

# One refused pull answers for all the others.
registry=unknown
pull() {
    [ "$registry" != no ] || return 1
    say "pulling $1"
    if timeout 60 docker pull --quiet "$1" >/dev/null 2>"$work/pull"; then
        registry=yes
        return 0
    fi
    # An answer that this one image is missing says nothing about the rest.
    if ! grep -qiE 'not found|manifest unknown' "$work/pull"; then registry=no; fi
    say "cannot pull $1"
    return 1
}

need_mmdebstrap() {
    command -v mmdebstrap >/dev/null && return
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
        die "no registry answers, and mmdebstrap is missing: apt-get install mmdebstrap"
    say "installing mmdebstrap"
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends mmdebstrap; } >"$work/apt" 2>&1 ||
        { cat "$work/apt" >&2; die "installing mmdebstrap"; }
}

# bootstrap SUITE TAR [OPTION ...]. Not --quiet, which hides what apt-get complains about.
bootstrap() {
    mmdebstrap --variant=minbase --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' "${@:3}" "$1" "$2"
}

# make_base SUITE: a Debian base image without a registry.
make_base() {
    local tar=$work/$1.tar out=$work/$1.out
    if ! bootstrap "$1" "$tar" >"$out" 2>&1; then
        cat "$out"
        grep -q 'is expired' "$out" || return 1
        # A mirror that is frozen or behind. Signatures are still checked, and what is
        # built here only ever serves tests; the option stays in the image for its own apt-get.
        echo "the mirror's index of $1 is past its date: used nevertheless"
        bootstrap "$1" "$tar" --aptopt='Acquire::Check-Valid-Until "false"' || return 1
    fi
    docker import "$tar" "pgdoctor-base:$1" && rm -f "$tar"
}

# build MAJOR BASE RECIPE; an empty BASE is one to be made.
build() {
    local base=$2
    if [ -z "$base" ]; then
        base=pgdoctor-base:$(suite_of "$1")
        make_base "${base#*:}" || return 1
    fi
    docker build --force-rm --label "$label=$3" --build-arg "BASE=$base" --build-arg "MAJOR=$1" --tag "$image:$1" .
}

command -v docker >/dev/null || die "the docker command is missing; or point PGDOCTOR_TEST_DSN at servers of your own"
docker info >/dev/null 2>&1 || die "no Docker engine answers (docker info says why); or point PGDOCTOR_TEST_DSN at servers of your own"

now=$(recipe)
failed=()
declare -A base_of job
for major in "${majors[@]}"; do
    if fresh "$image:$major" "$now"; then
        say "$image:$major is up to date"
        continue
    fi
    public=$(public_base "$major")
    suite=$(suite_of "$major")
    if have "$public" || { ! have "pgdoctor-base:${suite:-none}" && pull "$public"; }; then
        base_of[$major]=$public
    elif [ -z "$suite" ]; then
        say "PostgreSQL $major is not to be had here: no Debian release has it, and $public cannot be pulled"
        failed+=("$major")
    elif have "pgdoctor-base:$suite"; then
        base_of[$major]=pgdoctor-base:$suite
    else
        need_mmdebstrap
        base_of[$major]=
    fi
done

# All at once: most of the time is waiting for downloads.
for major in "${!base_of[@]}"; do
    say "building $image:$major from ${base_of[$major]:-Debian $(suite_of "$major"), made with mmdebstrap}"
    build "$major" "${base_of[$major]}" "$now" >"$work/$major.log" 2>&1 &
    job[$major]=$!
done
for major in "${!job[@]}"; do
    if wait "${job[$major]}"; then
        say "$image:$major is ready ($SECONDS s)"
    else
        failed+=("$major")
        cat "$work/$major.log" >&2
        say "$image:$major could not be built, see above"
    fi
done
[ ${#failed[@]} = 0 ] || die "without an image: ${failed[*]}"
