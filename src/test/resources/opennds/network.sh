#!/bin/bash
# A client, a gateway with openNDS and an "internet", each in a network namespace of its own; ends with its standard input.
# usage: network.sh AGENT
set -eu
# not under /tmp: openNDS is given one of its own
folder=$(mktemp -d /var/tmp/propusk-opennds.XXXXXX)
agent=$folder/agent
cp "$1" "$agent"
client=propusk-client gateway=propusk-gateway internet=propusk-internet

clean_up() {
    kill $(jobs -p) 2>/dev/null || true
    sleep 3
    kill -9 "$(cat "$folder/opennds.pid")" 2>/dev/null || true
    for name in $client $gateway $internet; do ip netns del $name 2>/dev/null || true; done
    tail -n 20 "$folder"/*.log >&2 || true
    rm -rf "$folder"
}
trap clean_up EXIT

for name in $client $gateway $internet; do
    ip netns add $name
    ip -n $name link set lo up
done
ip link add pc netns $client type veth peer name c0 netns $gateway
ip link add pu netns $internet type veth peer name u0 netns $gateway
ip -n $client addr add 192.168.77.2/24 dev pc && ip -n $client link set pc up
ip -n $gateway addr add 192.168.77.1/24 dev c0 && ip -n $gateway link set c0 up
ip -n $gateway addr add 203.0.113.1/24 dev u0 && ip -n $gateway link set u0 up
ip -n $internet addr add 203.0.113.2/24 dev pu && ip -n $internet link set pu up
ip -n $client route add default via 192.168.77.1
ip -n $gateway route add default via 203.0.113.2
ip netns exec $gateway sysctl -qw net.ipv4.ip_forward=1

mkdir -p "$folder/bin" "$folder/www"
ln -sf /usr/sbin/iptables-legacy "$folder/bin/iptables"
export PATH=$folder/bin:$PATH
ip netns exec $gateway iptables -t nat -A POSTROUTING -o u0 -j MASQUERADE
echo INTERNET-OK > "$folder/www/index.html"
ip netns exec $internet python3 -m http.server 80 --bind 203.0.113.2 -d "$folder/www" >"$folder/internet.log" 2>&1 &
mac=$(ip -n $client -br link show pc | awk '{ print $3 }')
cat > "$folder/opennds.conf" <<X
GatewayInterface c0
GatewayName PropuskTest
GatewayPort 2050
SessionTimeout 60
PreAuthIdleTimeout 30
AuthIdleTimeout 60
CheckInterval 15
DebugLevel 1
FirewallRuleSet authenticated-users {
    FirewallRule allow all
}
FirewallRuleSet users-to-router {
    FirewallRule allow udp port 53
    FirewallRule allow tcp port 53
    FirewallRule allow udp port 67
}
X

# openNDS and the agent that drives it share a /tmp of their own, where its socket and its leases lie
export folder agent mac gateway
unshare --mount bash -c '
    trap "kill \$(jobs -p)" TERM EXIT
    mount -t tmpfs tmpfs /tmp
    echo "$(($(date +%s) + 3600)) $mac 192.168.77.2 client *" > /tmp/dhcp.leases
    nsenter --net=/run/netns/$gateway opennds -f -c "$folder/opennds.conf" > "$folder/opennds.log" 2>&1 &
    echo $! > "$folder/opennds.pid"
    "$agent" > "$folder/agent.log" 2>&1 &
    wait
' &
echo "mac $mac"
cat > /dev/null
