package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.engine.net.AddressLiteral;
import io.github.wininet4j.engine.net.PublicSuffixList;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The hosts that a certificate is for (RFC 9110, section 4.3.4, and RFC 9525). The common name counts only where no
 * host is named elsewhere. A wildcard stands for one whole label, and not directly below a registry's domain
 * (R-PROJ-TLS-1).
 */
final class CertificateNames {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private CertificateNames() {}

    static boolean contain(X509Certificate certificate, String host) throws CertificateParsingException {
        List<String> dnsNames = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            for (List<?> alternative : alternatives) {
                if (alternative.get(1) instanceof String name) {
                    int kind = (Integer) alternative.get(0);
                    if (kind == DNS_NAME) {
                        dnsNames.add(name);
                    } else if (kind == IP_ADDRESS) {
                        addresses.add(name);
                    }
                }
            }
        }
        if (dnsNames.isEmpty() && addresses.isEmpty()) {
            dnsNames.addAll(commonNames(certificate));
            addresses.addAll(dnsNames);
        }
        return AddressLiteral.isLiteral(host)
                ? addresses.stream().anyMatch(address -> isSameAddress(address, host))
                : dnsNames.stream().anyMatch(name -> matches(name, host));
    }

    static boolean isSameAddress(String name, String host) {
        try {
            return AddressLiteral.isLiteral(name) && AddressLiteral.parse(name).equals(AddressLiteral.parse(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean matches(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (!pattern.startsWith("*.")) {
            return pattern.indexOf('*') < 0 && pattern.equals(wanted);
        }
        String parent = pattern.substring(2);
        int dot = wanted.indexOf('.');
        return dot > 0 && wanted.substring(dot + 1).equals(parent) && !PublicSuffixList.isRegistry(parent);
    }

    private static List<String> commonNames(X509Certificate certificate) {
        try {
            List<String> names = new ArrayList<>();
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    names.add(String.valueOf(part.getValue()));
                }
            }
            return names;
        } catch (InvalidNameException e) {
            return List.of();
        }
    }
}
