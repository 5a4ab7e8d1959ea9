package dev.propusk.portal.web;

import dev.propusk.gateway.GatewayKind;
import java.util.List;

/**
 * A redirect of each kind of equipment, as its vendor or a public capture of it writes it.
 *
 * @param device the guest's, as it has to be read
 * @param accessPoint as it has to be read; empty: the redirect names none
 */
record PublishedRedirects(
        GatewayKind kind,
        String query,
        String device,
        String accessPoint,
        String network,
        String login,
        String wanted) {
    static final List<PublishedRedirects> ALL = List.of(
            // help.ui.com 31228198640023; the values of a capture in public code
            new PublishedRedirects(
                    GatewayKind.UNIFI,
                    "ap=78:8a:20:59:c6:99&id=02:88:00:00:00:04&t=1742398732&url=http://captive.apple.com%2F"
                            + "&ssid=Polar-Star-Guest",
                    "02:88:00:00:00:04",
                    "78:8A:20:59:C6:99",
                    "Polar-Star-Guest",
                    "",
                    "http://captive.apple.com/"),
            // support.omadanetworks.com 13023 (external portal server, controller 4.1.5 and later)
            new PublishedRedirects(
                    GatewayKind.OMADA,
                    "clientMac=02-88-00-00-00-05&apMac=AA-BB-CC-11-22-33&ssidName=Polar&t=1700000000&radioId=1"
                            + "&site=Default&redirectUrl=http%3A%2F%2Fwww.tp-link.com%2F",
                    "02:88:00:00:00:05",
                    "AA:BB:CC:11:22:33",
                    "Polar",
                    "",
                    "http://www.tp-link.com/"),
            // tp-link.com FAQ 2390 (external web portal with RADIUS), the example of the page
            new PublishedRedirects(
                    GatewayKind.OMADA,
                    "target=172.30.30.113&targetPort=8088&clientMac=F8-1E-DF-AA-AA-AA&clientIP=172.30.30.103"
                            + "&raidusServerIp=172.30.30.120&ap=AC-84-C6-BB-BB-BB&ssid=eap_test&radioId=1"
                            + "&redirectUrl=https%3A%2F%2Fwww.tp-link.com",
                    "F8:1E:DF:AA:AA:AA",
                    "AC:84:C6:BB:BB:BB",
                    "eap_test",
                    "//172.30.30.113:8088",
                    "https://www.tp-link.com"),
            // Cisco, external web authentication with WLC (71881); its redirect has no scheme
            new PublishedRedirects(
                    GatewayKind.CISCO,
                    "switch_url=https://192.0.2.1/login.html&ap_mac=64:ae:0c:87:e1:30&client_mac=02:88:00:00:00:06"
                            + "&wlan=Polar&redirect=www.msftconnecttest.com/redirect",
                    "02:88:00:00:00:06",
                    "64:AE:0C:87:E1:30",
                    "Polar",
                    "https://192.0.2.1/login.html",
                    "http://www.msftconnecttest.com/redirect"),
            // docs.eltex-co.ru 552863776, the example of the page
            new PublishedRedirects(
                    GatewayKind.ELTEX,
                    "switch_url=http://redirect.loc:10081&ap_mac=68:13:E2:35:1F:30&client_mac=38:d5:7a:e1:e0:13"
                            + "&wlan=Portal-SSID&redirect=http://www.msftconnecttest.com/connecttest.txt",
                    "38:D5:7A:E1:E0:13",
                    "68:13:E2:35:1F:30",
                    "Portal-SSID",
                    "http://redirect.loc:10081",
                    "http://www.msftconnecttest.com/connecttest.txt"),
            // Instant 6.4.3.1 user guide, table 28, the examples of the table
            new PublishedRedirects(
                    GatewayKind.ARUBA,
                    "cmd=login&mac=34:02:86:c6:d2:3e&essid=guest-ecp-109&ip=192.0.2.0&apname=9c%3A1c%3A12%3Acb%3Aa2%3A90"
                            + "&apmac=9c%3A1c%3A12%3Acb%3Aa2%3A90&vcname=instant-C8%3A1D%3ADA"
                            + "&switchip=securelogin.arubanetworks.com&url=http%3A%2F%2Fwww.google.com%2F",
                    "34:02:86:C6:D2:3E",
                    "9C:1C:12:CB:A2:90",
                    "guest-ecp-109",
                    "//securelogin.arubanetworks.com",
                    "http://www.google.com/"),
            // Instant On, external captive portal: configuration and parameters
            new PublishedRedirects(
                    GatewayKind.ARUBA,
                    "cmd=Login&mac=02:88:00:00:00:1a&ip=192.168.1.20&network=Polar&apmac=9c:1c:12:cb:a2:91&site=Hotel"
                            + "&post=portal.arubainstanton.com&url=http%3A%2F%2Fx.example%2F",
                    "02:88:00:00:00:1A",
                    "9C:1C:12:CB:A2:91",
                    "Polar",
                    "//portal.arubainstanton.com",
                    "http://x.example/"),
            // inverse-inc/packetfence, Cambium.pm; the values of a capture in public code
            new PublishedRedirects(
                    GatewayKind.CAMBIUM,
                    "ga_ssid=guest&ga_ap_mac=30-CB-C7-AF-7F-A2&ga_nas_id=E410-AF7FA2&ga_srvr=10.8.0.40"
                            + "&ga_cmac=22-91-CA-5D-90-96&ga_Qv=eUROBR86HBgAGDEE%05%1F&ga_orig_url=http%3A%2F%2Fx.example%2F",
                    "22:91:CA:5D:90:96",
                    "30:CB:C7:AF:7F:A2",
                    "guest",
                    "//10.8.0.40",
                    "http://x.example/"),
            // community.fortinet.com 346187, the example of the page with addresses that are some
            new PublishedRedirects(
                    GatewayKind.FORTINET,
                    "login&post=https://10.0.1.3:1003/fgtauth&magic=000a0283c495e2bc&usermac=02:88:00:00:00:0b"
                            + "&apmac=00:11:22:33:44:55&apip=192.168.1.99&userip=192.168.200.99&ssid=Guest-SSID"
                            + "&apname=ap_test&bssid=66:77:88:99:aa:bb",
                    "02:88:00:00:00:0B",
                    "00:11:22:33:44:55",
                    "Guest-SSID",
                    "https://10.0.1.3:1003/fgtauth",
                    ""),
            // developer.cisco.com/meraki, sign-on API, the example of the page with a shorter mauth
            new PublishedRedirects(
                    GatewayKind.MERAKI,
                    "login_url=https%3A%2F%2Fn143.network-auth.com%2Fsplash%2Flogin%3Fmauth%3DMM1SZQlKjZsbExZ8sXIegKpUGa"
                            + "%26continue_url%3Dhttp%253A%252F%252Fwww.ask.com%252F&continue_url=http%3A%2F%2Fwww.ask.com%2F"
                            + "&ap_mac=88%3A15%3A44%3A60%3A1c%3A1a&ap_name=mr53-ca&ap_tags=MR53+BLE+LivingRoom"
                            + "&client_mac=f4%3A5c%3A89%3A9b%3A17%3A67&client_ip=192.168.0.13",
                    "F4:5C:89:9B:17:67",
                    "88:15:44:60:1C:1A",
                    "",
                    "https://n143.network-auth.com/splash/login?mauth=MM1SZQlKjZsbExZ8sXIegKpUGa"
                            + "&continue_url=http%3A%2F%2Fwww.ask.com%2F",
                    "http://www.ask.com/"),
            // developer.cisco.com/meraki, click-through API
            new PublishedRedirects(
                    GatewayKind.MERAKI,
                    "base_grant_url=https%3A%2F%2Fn143.network-auth.com%2Fsplash%2Fgrant&user_continue_url=http%3A%2F%2Fmeraki.com%2F"
                            + "&node_id=1301936&node_mac=00:18:0a:13:dd:b0&gateway_id=1301936&client_ip=10.162.50.40"
                            + "&client_mac=02:88:00:00:00:09",
                    "02:88:00:00:00:09",
                    "00:18:0A:13:DD:B0",
                    "",
                    "",
                    "http://meraki.com/"),
            // SmartZone, captive portal attributes: mac is the access point
            new PublishedRedirects(
                    GatewayKind.RUCKUS,
                    "nbiIP=10.1.1.1&wlanName=Polar&client_mac=02:88:00:00:00:08&uip=10.0.0.8&sip=scg.ruckuswireless.com"
                            + "&mac=aabbcc112233&proxy=0&ssid=Polar&reason=Un-Auth-Captive&url=http%3A%2F%2Fx.example%2F",
                    "02:88:00:00:00:08",
                    "AA:BB:CC:11:22:33",
                    "Polar",
                    "//scg.ruckuswireless.com",
                    "http://x.example/"),
            // Unleashed, an access log in public code
            new PublishedRedirects(
                    GatewayKind.RUCKUS,
                    "sip=192.168.0.253&mac=b479c83c4b20&client_mac=5edec34d503d&uip=192.168.1.106&lid=&dn="
                            + "&url=http%3a%2f%2fcaptive.apple.com%2fhotspot%2ddetect.html&ssid=Captive+Ruckus+Test&loc=&vlan=1",
                    "5E:DE:C3:4D:50:3D",
                    "B4:79:C8:3C:4B:20",
                    "Captive Ruckus Test",
                    "//192.168.0.253",
                    "http://captive.apple.com/hotspot-detect.html"),
            // opennds.readthedocs.io, FAS level 0
            new PublishedRedirects(
                    GatewayKind.OPENNDS,
                    "authaction=http://192.168.8.1:2050/opennds_auth/&tok=770bfe05&redir=http%3A%2F%2Fx.example%2F"
                            + "&clientip=192.168.8.23&clientmac=04:15:52:6a:e4:ad&gatewayname=hotel",
                    "04:15:52:6A:E4:AD",
                    "",
                    "",
                    "",
                    "http://x.example/"),
            // the same, level 1: hid=…, clientip=…, clientmac=04:15:52:6a:e4:ad, …, originurl=http://x.example/
            new PublishedRedirects(
                    GatewayKind.OPENNDS,
                    "fas=aGlkPWFiY2RlZiwgY2xpZW50aXA9MTkyLjE2OC44LjIzLCBjbGllbnRtYWM9MDQ6MTU6NTI6NmE6ZTQ6YWQsIGdhdGV3YXluYW1lPWhvd"
                            + "GVsLCBnYXRld2F5YWRkcmVzcz0xOTIuMTY4LjguMToyMDUwLCBnYXRld2F5bWFjPWFhYmJjYzExMjIzMywgb3JpZ2ludXJsPWh0dHA6Ly94LmV4YW1wbGUv",
                    "04:15:52:6A:E4:AD",
                    "AA:BB:CC:11:22:33",
                    "",
                    "",
                    "http://x.example/"),
            // coova-chilli, src/redir.c, without its signature
            new PublishedRedirects(
                    GatewayKind.COOVACHILLI,
                    "res=notyet&uamip=10.1.0.1&uamport=3990&challenge=0123456789abcdef0123456789abcdef"
                            + "&called=AA-BB-CC-11-22-33&mac=02-88-00-00-00-0C&ip=10.1.0.5&nasid=hotel&sessionid=5f1"
                            + "&userurl=http%3A%2F%2Fx.example%2F",
                    "02:88:00:00:00:0C",
                    "AA:BB:CC:11:22:33",
                    "",
                    "http://10.1.0.1:3990/logon",
                    "http://x.example/"),
            // docs/gateways/mikrotik.md
            new PublishedRedirects(
                    GatewayKind.MIKROTIK,
                    "mac=02%3A88%3A00%3A00%3A00%3A0D&login=http%3A%2F%2F10.5.50.1%2Flogin&dst=http%3A%2F%2Fx.example%2F",
                    "02:88:00:00:00:0D",
                    "",
                    "",
                    "http://10.5.50.1/login",
                    "http://x.example/"));

    @Override
    public String toString() {
        return kind + " " + device;
    }
}
