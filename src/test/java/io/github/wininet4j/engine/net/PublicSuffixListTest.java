package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of the jar, and its rules beside those of Apache HttpClient. */
final class PublicSuffixListTest {
    private static final String LIST_OF_HTTPCLIENT = "/org/publicsuffix/list/effective_tld_names.dat";

    private static byte[] read(Class<?> beside, String name) throws IOException {
        try (InputStream file = beside.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static String ownList() throws IOException {
        return new String(read(PublicSuffixList.class, "public_suffix_list.dat"), StandardCharsets.UTF_8);
    }

    /** A newer HttpClient brings a newer list: copy it into the resources. */
    @Test
    void list_isThatOfHttpClient() throws IOException {
        assertThat(read(PublicSuffixList.class, "public_suffix_list.dat"))
                .isEqualTo(read(PublicSuffixMatcher.class, LIST_OF_HTTPCLIENT));
    }

    @ParameterizedTest
    @CsvSource({
        "com, ",
        "example.com, example.com",
        "a.b.example.com, example.com",
        "Example.COM, example.com",
        "co.uk, ",
        "a.b.co.uk, b.co.uk",
        "kobe.jp, kobe.jp",
        "b.kobe.jp, ",
        "a.b.kobe.jp, a.b.kobe.jp",
        "city.kobe.jp, city.kobe.jp",
        "a.city.kobe.jp, city.kobe.jp",
        "github.io, ",
        "me.github.io, me.github.io",
        "xn--85x722f.com.cn, xn--85x722f.com.cn",
        "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
        "xn--55qx5d.cn, ",
        "intranet, ",
        "a.intranet, a.intranet",
        "b.a.intranet, a.intranet",
        ".com, ",
        "com., ",
        "co.uk., ",
        "a.b.co.uk., b.co.uk.",
        "com.., ",
        "., ",
    })
    void ownedDomain_isOneLabelLongerThanTheSuffix(String domain, String owned) {
        assertThat(PublicSuffixList.ownedDomain(domain)).isEqualTo(owned);
    }

    @ParameterizedTest
    @CsvSource({
        "com, true",
        "co.uk, true",
        "co.uk., true",
        "example.com, false",
        "github.io, false",
        "b.kobe.jp, true",
        "host, true",
    })
    void isRegistry_doesNotCountCompanies(String domain, boolean expected) {
        assertThat(PublicSuffixList.isRegistry(domain)).isEqualTo(expected);
    }

    /** Each name of the list, what is above it, and names below it. */
    @Test
    void ownedDomain_ofAllNamesOfTheList_isThatOfHttpClient() throws IOException {
        PublicSuffixMatcher expected =
                new PublicSuffixMatcher(PublicSuffixListParser.INSTANCE.parseByType(new StringReader(ownList())));
        List<String> names = new ArrayList<>();
        for (String line : ownList().split("\n", -1)) {
            if (line.isEmpty() || line.startsWith("//")) {
                continue;
            }
            String name = line.startsWith("*.") || line.startsWith("!") ? line.substring(line.indexOf('.') + 1) : line;
            for (String prefix : List.of("", "a.", "b.a.", "c.b.a.")) {
                names.add(prefix + name);
            }
            names.add(line.replaceFirst("^(\\*\\.|!)", ""));
        }

        assertThat(names).hasSizeGreaterThan(40_000).allSatisfy(name -> {
            String owned = expected.getDomainRoot(name);
            assertThat(PublicSuffixList.ownedDomain(name)).as(name).isEqualTo(owned);
            // Names of scripts that Java does not know yet are found too, which HttpClient leaves out.
            assertThat(PublicSuffixList.ownedDomain(ascii(name)))
                    .as(name)
                    .isEqualTo(owned == null ? null : ascii(owned));
        });
    }

    private static String ascii(String name) {
        return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
    }

    @Test
    void parse_takesALineUpToItsFirstBlank() {
        SuffixRules rules =
                SuffixRules.parse("// ===BEGIN PRIVATE DOMAINS===\r\nexample \tnot this\r\n\r\n*.wild\r\n!not.wild");

        assertThat(rules.owned("a.example", SuffixRules.ALL)).isEqualTo("a.example");
        assertThat(rules.owned("example", SuffixRules.ALL)).isNull();
        assertThat(rules.owned("a.example", SuffixRules.REGISTRIES)).isEqualTo("a.example");
        assertThat(rules.owned("b.a.wild", SuffixRules.ALL)).isEqualTo("b.a.wild");
        assertThat(rules.owned("a.not.wild", SuffixRules.ALL)).isEqualTo("not.wild");
    }
}
