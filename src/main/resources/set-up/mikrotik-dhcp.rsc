/ip dhcp-server option add code=114 name=captive value="'{CAPTIVE}'"
