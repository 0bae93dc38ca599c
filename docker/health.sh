#!/usr/bin/env bash
# Ends with 0 if the server in this container is ready; needs nothing but bash.
set -u
exec 3<>"/dev/tcp/127.0.0.1/${PACKETBOAT_HTTP_PORT:-9080}" || exit 1
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 _ status _ <&3 || exit 1
[ "$status" = 200 ]
