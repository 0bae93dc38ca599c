#!/bin/sh
# What the tests need of Python: Debian's AWS CLI and boto3, with whatever this system lacks of what they depend
# on, Python itself too, and the boto3 of requirements.txt: fetch.sh <folder>
# All of it ends in the folder; root is not needed, and nothing is installed. Done once for these requirements.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
done=$folder/done
if cmp -s "$here/requirements.txt" "$done"; then
    exit 0
fi
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
    echo "Debian's AWS CLI and boto3 are needed, and this system has no apt-get and dpkg-deb." >&2
    exit 1
}

apt=$folder/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
own_apt() {
    apt-get -q -y -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o Debug::NoLocking=1 \
        -o APT::Sandbox::User="$(id -un)" -o Acquire::Retries=3 "$@"
}
own_apt update || echo "Not every package list could be had; trying with those that could." >&2
own_apt install --reinstall --download-only --no-install-recommends awscli python3-boto3 python3-pip

rm -rf "$folder/debian" "$folder/current"
for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$folder/debian"
done
"$here/python" "$folder" -m pip install --target "$folder/current" --requirement "$here/requirements.txt" \
    --disable-pip-version-check --no-input --root-user-action=ignore --quiet --retries 5
rm -rf "$apt"
cp "$here/requirements.txt" "$done"
