package io.github.wininet4j.constant;

import java.util.HashMap;
import java.util.Map;

/**
 * Names and plain English sentences for error numbers. Windows keeps such sentences in the message table of
 * wininet.dll, where {@code FormatMessage} finds them only if it is pointed there (R-GEN-4, R-GEN-5); these are our
 * own.
 */
public final class ErrorText {
    /** One row per error: number, name, sentence. */
    private static final String TABLE = """
            0 ERROR_SUCCESS The operation succeeded.
            2 ERROR_FILE_NOT_FOUND Not found: a file or cache entry is missing, or only the cache may be used (offline, \
            INTERNET_FLAG_FROM_CACHE) and does not have it.
            3 ERROR_PATH_NOT_FOUND The folder does not exist.
            5 ERROR_ACCESS_DENIED Access is denied.
            6 ERROR_INVALID_HANDLE The handle is null, closed or not one of this library.
            8 ERROR_NOT_ENOUGH_MEMORY There is not enough memory.
            13 ERROR_INVALID_DATA The data is malformed.
            18 ERROR_NO_MORE_FILES The listing has no more entries.
            29 ERROR_WRITE_FAULT The data could not be written.
            30 ERROR_READ_FAULT The data could not be read.
            31 ERROR_GEN_FAILURE The operation failed.
            32 ERROR_SHARING_VIOLATION The file or cache entry is in use.
            38 ERROR_HANDLE_EOF The end of the data was reached.
            50 ERROR_NOT_SUPPORTED The operation is not supported.
            80 ERROR_FILE_EXISTS The file exists already.
            87 ERROR_INVALID_PARAMETER An argument is not valid: a null, a reserved value or a wrong size.
            112 ERROR_DISK_FULL The disk is full.
            120 ERROR_CALL_NOT_IMPLEMENTED This system does not have the function.
            122 ERROR_INSUFFICIENT_BUFFER The buffer is too small; the size variable has the size needed.
            123 ERROR_INVALID_NAME The name is malformed.
            131 ERROR_NEGATIVE_SEEK The new position would lie before the start.
            160 ERROR_BAD_ARGUMENTS The arguments are not correct.
            161 ERROR_BAD_PATHNAME The URL cannot be brought into canonical form.
            183 ERROR_ALREADY_EXISTS It exists already.
            206 ERROR_FILENAME_EXCED_RANGE The name is too long.
            234 ERROR_MORE_DATA There is more data than fits.
            259 ERROR_NO_MORE_ITEMS There are no more items, or no cookies for this URL.
            631 ERROR_USER_DISCONNECTION The user broke off the connection.
            668 ERROR_NO_CONNECTION There is no dial-up connection.
            997 ERROR_IO_PENDING The operation goes on; the status callback will tell when it is complete.
            1004 ERROR_INVALID_FLAGS The flags are not valid.
            1168 ERROR_NOT_FOUND There is no such element.
            1223 ERROR_CANCELLED The user cancelled the dialog.
            1460 ERROR_TIMEOUT The time allowed for the operation is over.
            2250 ERROR_NOT_CONNECTED There is no connection to the network.
            4317 ERROR_INVALID_OPERATION The operation is not valid, as a script's access to an HttpOnly cookie is.
            12001 ERROR_INTERNET_OUT_OF_HANDLES No more handles can be made.
            12002 ERROR_INTERNET_TIMEOUT The time allowed for the operation is over.
            12003 ERROR_INTERNET_EXTENDED_ERROR The server reported an error; InternetGetLastResponseInfo has its text.
            12004 ERROR_INTERNET_INTERNAL_ERROR Something went wrong inside the library.
            12005 ERROR_INTERNET_INVALID_URL The URL is malformed.
            12006 ERROR_INTERNET_UNRECOGNIZED_SCHEME The URL has no scheme, or one that is not known or not supported.
            12007 ERROR_INTERNET_NAME_NOT_RESOLVED No address was found for the host name.
            12008 ERROR_INTERNET_PROTOCOL_NOT_FOUND The protocol is not available.
            12009 ERROR_INTERNET_INVALID_OPTION The option does not exist, or not for this use.
            12010 ERROR_INTERNET_BAD_OPTION_LENGTH The buffer does not have the length that the option needs.
            12011 ERROR_INTERNET_OPTION_NOT_SETTABLE The option can be queried but not set.
            12012 ERROR_INTERNET_SHUTDOWN The library is being closed or is closed.
            12013 ERROR_INTERNET_INCORRECT_USER_NAME The FTP server refused the user name.
            12014 ERROR_INTERNET_INCORRECT_PASSWORD The FTP server refused the password.
            12015 ERROR_INTERNET_LOGIN_FAILURE The server refused the logon.
            12016 ERROR_INTERNET_INVALID_OPERATION The operation does not fit this handle or its state.
            12017 ERROR_INTERNET_OPERATION_CANCELLED The handle was closed while the operation was in progress.
            12018 ERROR_INTERNET_INCORRECT_HANDLE_TYPE The handle is of a kind that this operation cannot use.
            12019 ERROR_INTERNET_INCORRECT_HANDLE_STATE The handle is not in the state that this operation needs.
            12020 ERROR_INTERNET_NOT_PROXY_REQUEST The request cannot go through a proxy.
            12021 ERROR_INTERNET_REGISTRY_VALUE_NOT_FOUND A required setting is missing from the registry.
            12022 ERROR_INTERNET_BAD_REGISTRY_PARAMETER A setting in the registry is not usable.
            12023 ERROR_INTERNET_NO_DIRECT_ACCESS The network cannot be reached directly at the moment.
            12024 ERROR_INTERNET_NO_CONTEXT An asynchronous request needs a context other than zero.
            12025 ERROR_INTERNET_NO_CALLBACK An asynchronous request needs a status callback.
            12026 ERROR_INTERNET_REQUEST_PENDING Another operation on this handle has not finished.
            12027 ERROR_INTERNET_INCORRECT_FORMAT The request is malformed.
            12028 ERROR_INTERNET_ITEM_NOT_FOUND The item that was asked for does not exist.
            12029 ERROR_INTERNET_CANNOT_CONNECT No connection to the server or proxy could be made.
            12030 ERROR_INTERNET_CONNECTION_ABORTED The connection ended before the operation did.
            12031 ERROR_INTERNET_CONNECTION_RESET The other side reset the connection.
            12032 ERROR_INTERNET_FORCE_RETRY The request has to be sent again from its start.
            12033 ERROR_INTERNET_INVALID_PROXY_REQUEST The proxy cannot serve this request.
            12034 ERROR_INTERNET_NEED_UI The user has to be asked before this can go on.
            12036 ERROR_INTERNET_HANDLE_EXISTS The handle exists already.
            12037 ERROR_INTERNET_SEC_CERT_DATE_INVALID The server's certificate has expired or is not valid yet.
            12038 ERROR_INTERNET_SEC_CERT_CN_INVALID The server's certificate was issued for another host name.
            12039 ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR A redirect leads from an insecure to a secure connection.
            12040 ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR A redirect leads from a secure to an insecure connection.
            12041 ERROR_INTERNET_MIXED_SECURITY Secure and insecure content is mixed.
            12042 ERROR_INTERNET_CHG_POST_IS_NON_SECURE Data would be posted to an insecure server and changed on the way.
            12043 ERROR_INTERNET_POST_IS_NON_SECURE Data would be posted to an insecure server.
            12044 ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED The server asks for a client certificate.
            12045 ERROR_INTERNET_INVALID_CA The server's certificate comes from an authority that is not trusted.
            12046 ERROR_INTERNET_CLIENT_AUTH_NOT_SETUP Client certificates are not set up on this computer.
            12047 ERROR_INTERNET_ASYNC_THREAD_FAILED No worker thread could be started.
            12048 ERROR_INTERNET_REDIRECT_SCHEME_CHANGE A redirect leads to another protocol.
            12049 ERROR_INTERNET_DIALOG_PENDING Another thread is already showing a dialog for this.
            12050 ERROR_INTERNET_RETRY_DIALOG The dialog has to be shown again.
            12051 ERROR_INTERNET_NO_NEW_CONTAINERS There are no new cache containers.
            12052 ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR A redirect would send submitted data over an insecure connection.
            12053 ERROR_INTERNET_INSERT_CDROM The CD-ROM with the content has to be inserted.
            12054 ERROR_INTERNET_FORTEZZA_LOGIN_NEEDED A Fortezza logon is needed.
            12055 ERROR_INTERNET_SEC_CERT_ERRORS The server's certificate has one or more errors.
            12056 ERROR_INTERNET_SEC_CERT_NO_REV The server's certificate has no usable revocation information.
            12057 ERROR_INTERNET_SEC_CERT_REV_FAILED It could not be checked whether the server's certificate is revoked.
            12058 ERROR_INTERNET_SOURCE_PORT_IN_USE The local port is in use.
            12059 ERROR_INTERNET_INSECURE_FALLBACK_REQUIRED The server needs an older, insecure protocol version.
            12060 ERROR_HTTP_HSTS_REDIRECT_REQUIRED The host asks for https, so the request has to go there.
            12061 ERROR_INTERNET_PROXY_ALERT The proxy reported a problem.
            12062 ERROR_INTERNET_SEC_CERT_WEAK_SIGNATURE The server's certificate has a weak signature.
            12080 ERROR_INTERNET_NO_CM_CONNECTION There is no connection manager connection.
            12110 ERROR_FTP_TRANSFER_IN_PROGRESS The FTP connection is busy with another operation.
            12111 ERROR_FTP_DROPPED The FTP session was ended.
            12112 ERROR_FTP_NO_PASSIVE_MODE The FTP server has no passive mode.
            12130 ERROR_GOPHER_PROTOCOL_ERROR The Gopher server's answer does not follow the protocol.
            12131 ERROR_GOPHER_NOT_FILE The locator does not name a file.
            12132 ERROR_GOPHER_DATA_ERROR Data of the Gopher server is damaged.
            12133 ERROR_GOPHER_END_OF_DATA There is no more data.
            12134 ERROR_GOPHER_INVALID_LOCATOR The Gopher locator is malformed.
            12135 ERROR_GOPHER_INCORRECT_LOCATOR_TYPE The locator is of a type that this operation cannot use.
            12136 ERROR_GOPHER_NOT_GOPHER_PLUS The item is not a Gopher+ item.
            12137 ERROR_GOPHER_ATTRIBUTE_NOT_FOUND The item does not have that attribute.
            12138 ERROR_GOPHER_UNKNOWN_LOCATOR The type of the locator is not known.
            12147 ERROR_HTTP_PUSH_STATUS_CODE_NOT_SUPPORTED The status code of the push answer is not supported.
            12148 ERROR_HTTP_PUSH_RETRY_NOT_SUPPORTED Push answers cannot be repeated.
            12149 ERROR_HTTP_PUSH_ENABLE_FAILED Push could not be turned on.
            12150 ERROR_HTTP_HEADER_NOT_FOUND There is no such header.
            12151 ERROR_HTTP_DOWNLEVEL_SERVER The server's answer had no headers.
            12152 ERROR_HTTP_INVALID_SERVER_RESPONSE The server's answer could not be understood, or there was none.
            12153 ERROR_HTTP_INVALID_HEADER The header is malformed or cannot be converted as asked.
            12154 ERROR_HTTP_INVALID_QUERY_REQUEST This combination of attribute and flags cannot be queried.
            12155 ERROR_HTTP_HEADER_ALREADY_EXISTS The header exists already and was to be added only if new.
            12156 ERROR_HTTP_REDIRECT_FAILED A redirect leads to another scheme, or there were too many.
            12157 ERROR_INTERNET_SECURITY_CHANNEL_ERROR The TLS connection could not be set up.
            12158 ERROR_INTERNET_UNABLE_TO_CACHE_FILE The file could not be written to the cache.
            12159 ERROR_INTERNET_TCPIP_NOT_INSTALLED This computer has no TCP/IP.
            12160 ERROR_HTTP_NOT_REDIRECTED The request was not redirected.
            12161 ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION The user has to confirm a cookie.
            12162 ERROR_HTTP_COOKIE_DECLINED The server would not take the cookie.
            12163 ERROR_INTERNET_DISCONNECTED The computer is offline.
            12164 ERROR_INTERNET_SERVER_UNREACHABLE The server cannot be reached.
            12165 ERROR_INTERNET_PROXY_SERVER_UNREACHABLE The proxy cannot be reached.
            12166 ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT The proxy configuration script has an error.
            12167 ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT The proxy configuration script could not be fetched.
            12168 ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION The user has to confirm a redirect.
            12169 ERROR_INTERNET_SEC_INVALID_CERT The server's certificate is not valid.
            12170 ERROR_INTERNET_SEC_CERT_REVOKED The server's certificate was revoked.
            12171 ERROR_INTERNET_FAILED_DUETOSECURITYCHECK A security check stopped the operation.
            12172 ERROR_INTERNET_NOT_INITIALIZED InternetOpen has to be called first.
            12173 ERROR_INTERNET_NEED_MSN_SSPI_PKG An MSN logon package would be needed.
            12174 ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY The logon failed; the body of the answer tells why.
            12175 ERROR_INTERNET_DECODING_FAILED The compressed body could not be decoded.
            12180 ERROR_WINHTTP_AUTODETECTION_FAILED No proxy configuration script was found in the network.
            12187 ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY The proxy asks for a client certificate.
            12188 ERROR_INTERNET_SECURE_FAILURE_PROXY The TLS connection to the proxy could not be set up.
            12189 ERROR_INTERNET_DISALLOW_INPRIVATE This is not allowed in private mode.
            12190 ERROR_INTERNET_HTTP_PROTOCOL_MISMATCH The protocol version does not fit.
            12191 ERROR_INTERNET_GLOBAL_CALLBACK_FAILED A global callback failed.
            12192 ERROR_INTERNET_FEATURE_DISABLED This feature is turned off.
            12901 ERROR_INTERNET_INTERNAL_SOCKET_ERROR A socket failed inside the library.
            12902 ERROR_INTERNET_CONNECTION_AVAILABLE A connection is available.
            12903 ERROR_INTERNET_NO_KNOWN_SERVERS There is no known server to test the connection with.
            12904 ERROR_INTERNET_PING_FAILED The test of the connection failed.
            12905 ERROR_INTERNET_NO_PING_SUPPORT The connection cannot be tested here.
            12906 ERROR_INTERNET_CACHE_SUCCESS The cache had the answer.
            12907 ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION_EX The user has to confirm a cookie.
            """;

    private static final Map<Integer, Row> ROWS = parse();

    private ErrorText() {}

    private record Row(String name, String message) {}

    /**
     * Names an error.
     *
     * @param code an error number
     * @return its symbolic name such as {@code ERROR_INTERNET_TIMEOUT}, or the number as text if it has none here
     */
    public static String name(int code) {
        Row row = ROWS.get(code);
        return row == null ? Integer.toUnsignedString(code) : row.name;
    }

    /**
     * Describes an error.
     *
     * @param code an error number
     * @return a sentence in English
     */
    public static String message(int code) {
        Row row = ROWS.get(code);
        return row == null ? "Error " + Integer.toUnsignedString(code) + "." : row.message;
    }

    private static Map<Integer, Row> parse() {
        Map<Integer, Row> rows = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] cells = line.split(" ", 3);
            rows.put(Integer.valueOf(cells[0]), new Row(cells[1], cells[2]));
        });
        return Map.copyOf(rows);
    }
}
