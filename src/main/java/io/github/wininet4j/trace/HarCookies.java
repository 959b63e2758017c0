package io.github.wininet4j.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cookies of a head as an HTTP archive has them: names and attributes, but no values. */
final class HarCookies {
    private HarCookies() {}

    /** Returns those that a request sends. */
    static List<Map<String, Object>> sent(String head) {
        List<Map<String, Object>> cookies = new ArrayList<>();
        for (Map<String, Object> header : HarHeads.headers(head)) {
            if (isNamed(header, "Cookie")) {
                for (String pair : text(header).split(";")) {
                    if (!pair.isBlank()) {
                        cookies.add(cookie(pair));
                    }
                }
            }
        }
        return cookies;
    }

    /** Returns those that an answer sets. */
    static List<Map<String, Object>> set(String head) {
        List<Map<String, Object>> cookies = new ArrayList<>();
        for (Map<String, Object> header : HarHeads.headers(head)) {
            if (isNamed(header, "Set-Cookie")) {
                String[] parts = text(header).split(";");
                Map<String, Object> cookie = cookie(parts[0]);
                for (int i = 1; i < parts.length; i++) {
                    attribute(cookie, parts[i]);
                }
                cookies.add(cookie);
            }
        }
        return cookies;
    }

    private static boolean isNamed(Map<String, Object> header, String name) {
        return name.equalsIgnoreCase(String.valueOf(header.get("name")).strip());
    }

    private static String text(Map<String, Object> header) {
        return String.valueOf(header.get("value"));
    }

    /** What has no name is all value. */
    private static Map<String, Object> cookie(String pair) {
        int equals = pair.indexOf('=');
        return HarHeads.pair(equals < 0 ? "" : pair.substring(0, equals).strip(), HiddenSecrets.INSTEAD);
    }

    private static void attribute(Map<String, Object> cookie, String part) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        switch (name) {
            case "path", "domain" -> cookie.put(name, value);
            case "httponly" -> cookie.put("httpOnly", true);
            case "secure" -> cookie.put("secure", true);
            case "expires" -> expires(cookie, value);
            default -> {
                // is not in the format
            }
        }
    }

    private static void expires(Map<String, Object> cookie, String date) {
        try {
            // The day of the week says nothing, and may be wrong.
            String day = date.substring(date.indexOf(',') + 1).strip().replace('-', ' ');
            Instant time = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(day));
            cookie.put("expires", time.toString());
        } catch (DateTimeException e) {
            // A date in no such form is left out.
        }
    }
}
