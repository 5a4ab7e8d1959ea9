package dev.propusk.gateway.kind;

import static dev.propusk.gateway.kind.HandedField.back;
import static dev.propusk.gateway.kind.HandedField.fixed;
import static dev.propusk.gateway.kind.HandedField.hidden;
import static dev.propusk.gateway.kind.HandedField.passed;
import static dev.propusk.gateway.kind.HandedField.password;
import static dev.propusk.gateway.kind.HandedField.user;

import java.util.List;

/** How a guest is handed back to a gateway's login page, and what it is given. Where the rows come from: docs/gateways. */
public enum WayBack {
    /** The guest is led there, and takes nothing along. */
    NOTHING(Manner.LINK),
    /** The code, as user name and password. */
    CODE(Manner.LINK, user("username"), password("password")),
    /** The code, hidden by the challenge that the gateway sent. */
    HIDDEN_CODE(Manner.LINK, user("username"), hidden("response", "password")),
    CISCO(
            Manner.FORM,
            user("username"),
            password("password"),
            fixed("buttonClicked", "4"),
            fixed("err_flag", "0"),
            back("redirect_url")),
    ELTEX(Manner.FORM, user("username"), password("password"), back("redirect_url"), back("error_url")),
    ARUBA(
            new Manner(true, "/cgi-bin/login", false),
            user("user"),
            password("password"),
            fixed("cmd", "authenticate"),
            back("url")),
    CAMBIUM(
            new Manner(true, "/cgi-bin/hotspot_login.cgi", false),
            user("ga_user"),
            password("ga_pass"),
            passed("ga_ssid"),
            passed("ga_ap_mac"),
            passed("ga_nas_id"),
            passed("ga_srvr"),
            passed("ga_cmac"),
            passed("ga_Qv"),
            back("ga_orig_url")),
    FORTINET(Manner.FORM, user("username"), password("password"), passed("magic"), back("4Tredir")),
    /** Its address holds the session. */
    MERAKI(new Manner(true, "", true), user("username"), password("password"), back("success_url")),
    OMADA(
            new Manner(true, "/portal/radius/browserauth", false),
            user("username"),
            password("password"),
            fixed("authType", "2"),
            passed("clientMac"),
            passed("clientIp"),
            passed("apMac"),
            passed("gatewayMac"),
            passed("ssidName"),
            passed("vid"),
            passed("radioId"),
            back("originUrl")),
    RUCKUS(new Manner(true, "/login", false), user("username"), password("password"));

    // a record of a text and of yes and no
    @SuppressWarnings("ImmutableEnumChecker")
    private final Manner manner;
    // made by List.of
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<HandedField> fields;

    WayBack(Manner manner, HandedField... fields) {
        this.manner = manner;
        this.fields = List.of(fields);
    }

    /**
     * How the login page is asked.
     *
     * @param form by a form that is sent; else by a link
     * @param path where it stands, if neither what is set nor the redirect says so
     * @param keepsQuery whether the redirect's address goes on behind its path
     */
    public record Manner(boolean form, String path, boolean keepsQuery) {
        static final Manner LINK = new Manner(false, "", false);
        static final Manner FORM = new Manner(true, "", false);
    }

    public Manner manner() {
        return manner;
    }

    public List<HandedField> fields() {
        return fields;
    }
}
