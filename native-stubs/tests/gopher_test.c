/* Every Gopher function in both forms, on the server whose port is given, with the switch GOPHER. gopher_test PORT */
#include <stdlib.h>
#include <string.h>
#include <wininet.h>

#include "check.h"
#include "wide.h"

static INTERNET_PORT port;
static HINTERNET gopher;

static int same(const WCHAR *text, const char *expected)
{
    size_t i = 0;

    while (expected[i] != 0 && text[i] == (WCHAR) (unsigned char) expected[i]) {
        i++;
    }
    return expected[i] == 0 && text[i] == 0;
}

static const char *locator(const char *selector, DWORD type)
{
    static char text[MAX_GOPHER_LOCATOR_LENGTH + 1];
    DWORD length = sizeof text;

    CHECK(GopherCreateLocatorA("127.0.0.1", port, "About", selector, type, text, &length));
    CHECK(length == strlen(text));
    return text;
}

static void locators(void)
{
    WCHAR text[MAX_GOPHER_LOCATOR_LENGTH + 1];
    DWORD length = MAX_GOPHER_LOCATOR_LENGTH + 1;
    DWORD type = 0;

    CHECK(GopherCreateLocatorW(wide("127.0.0.1"), port, wide("d"), wide("s"), GOPHER_TYPE_BINARY, text, &length));
    CHECK(GopherGetLocatorTypeW(text, &type) && type == GOPHER_TYPE_BINARY);
    CHECK(GopherGetLocatorTypeA(locator("s", GOPHER_TYPE_INDEX_SERVER), &type) && type == GOPHER_TYPE_INDEX_SERVER);
    FAILS(GopherGetLocatorTypeA("none", &type), ERROR_GOPHER_INVALID_LOCATOR);
}

static void menus(void)
{
    GOPHER_FIND_DATAA a;
    GOPHER_FIND_DATAW w;
    HINTERNET find = GopherFindFirstFileA(gopher, NULL, NULL, &a, 0, 0);

    CHECK(find != NULL);
    CHECK(strcmp(a.DisplayString, "About") == 0 && a.GopherType == GOPHER_TYPE_TEXT_FILE);
    CHECK(InternetFindNextFileA(find, &a) && strcmp(a.DisplayString, "More") == 0);
    FAILS(InternetFindNextFileA(find, &a), ERROR_NO_MORE_FILES);
    CHECK(InternetCloseHandle(find));
    find = GopherFindFirstFileW(gopher, NULL, NULL, &w, 0, 0);
    CHECK(find != NULL && same(w.DisplayString, "About"));
    CHECK(InternetFindNextFileW(find, &w) && same(w.DisplayString, "More"));
    CHECK(InternetCloseHandle(find));
}

static void check_read(HINTERNET file)
{
    char content[20] = "";
    DWORD count = 0;

    CHECK(file != NULL);
    CHECK(InternetReadFile(file, content, sizeof content - 1, &count) && strcmp(content, "bytes") == 0);
    CHECK(InternetCloseHandle(file));
}

static void files(void)
{
    const char *item = locator("bytes", GOPHER_TYPE_BINARY);

    check_read(GopherOpenFileA(gopher, item, NULL, 0, 0));
    check_read(GopherOpenFileW(gopher, wide(item), NULL, 0, 0));
}

static int seen;

static BOOL CALLBACK take(LPGOPHER_ATTRIBUTE_TYPE attribute, DWORD error)
{
    CHECK(error == 0);
    seen++;
    switch (attribute->AttributeId) {
    case GOPHER_ATTRIBUTE_ID_ADMIN:
        CHECK(attribute->CategoryId == GOPHER_CATEGORY_ID_ADMIN);
        CHECK(strcmp((const char *) attribute->AttributeType.Admin.Comment, "Frodo") == 0);
        CHECK(strcmp((const char *) attribute->AttributeType.Admin.EmailAddress, "frodo@bag.end") == 0);
        break;
    case GOPHER_ATTRIBUTE_ID_TTL:
        CHECK(attribute->AttributeType.Ttl.Ttl == 180);
        break;
    case GOPHER_ATTRIBUTE_ID_VIEW:
        CHECK(strcmp((const char *) attribute->AttributeType.View.ContentType, "text/plain") == 0);
        CHECK(strcmp((const char *) attribute->AttributeType.View.Language, "En_US") == 0);
        CHECK(attribute->AttributeType.View.Size == 10240);
        break;
    default:
        CHECK(attribute->AttributeId == GOPHER_ATTRIBUTE_ID_UNKNOWN);
    }
    return TRUE;
}

static BOOL CALLBACK take_wide(LPGOPHER_ATTRIBUTE_TYPE attribute, DWORD error)
{
    CHECK(error == 0);
    seen++;
    CHECK(attribute->AttributeId == GOPHER_ATTRIBUTE_ID_VIEW);
    CHECK(same((const WCHAR *) (const void *) attribute->AttributeType.View.ContentType, "text/plain"));
    return FALSE;
}

static void attributes(void)
{
    const char *item = locator("about", GOPHER_TYPE_TEXT_FILE | GOPHER_TYPE_GOPHER_PLUS);
    BYTE buffer[1000];
    DWORD count = 0;

    CHECK(GopherGetAttributeA(gopher, item, "VIEWS", buffer, sizeof buffer, &count, NULL, 0));
    CHECK(count > 6 && memcmp(buffer, "+VIEWS", 6) == 0);
    CHECK(GopherGetAttributeA(gopher, item, NULL, NULL, 0, &count, take, 0));
    CHECK(seen == 4);
    seen = 0;
    CHECK(GopherGetAttributeW(gopher, wide(item), wide("VIEWS"), NULL, 0, &count, take_wide, 0));
    CHECK(seen == 1);
}

int main(int argc, char **argv)
{
    HINTERNET session;

    if (argc != 2) {
        return 2;
    }
    port = (INTERNET_PORT) atoi(argv[1]);
    session = InternetOpenA("gopher_test", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    gopher = InternetConnectA(session, "127.0.0.1", port, NULL, NULL, INTERNET_SERVICE_GOPHER, 0, 0);
    CHECK(gopher != NULL);
    locators();
    menus();
    files();
    attributes();
    CHECK(InternetCloseHandle(gopher));
    CHECK(InternetCloseHandle(session));
    printf("%d failures\n", failures);
    return failures != 0;
}
