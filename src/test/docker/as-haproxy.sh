#!/bin/sh
# as the image of that name: its own command when none is given
[ $# -gt 0 ] || set -- -f /usr/local/etc/haproxy/haproxy.cfg
[ "$1" != haproxy ] || shift
exec haproxy -W -db "$@"
