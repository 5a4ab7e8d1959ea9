/radius add address={SERVER} secret={SECRET} service=hotspot timeout=3s require-message-auth=yes-for-request-resp
/radius incoming set accept=yes port={DISCONNECT_PORT}
/ip hotspot profile set hsprof1 use-radius=yes login-by=http-pap,mac mac-auth-mode=mac-as-username radius-interim-update={INTERIM}s
/ip hotspot walled-garden ip add action=accept dst-host={HOST}
