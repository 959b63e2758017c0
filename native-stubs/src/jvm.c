/*
 * Starting the engine from a program that is not Java.
 */
#include "bridge.h"
#include "engine.h"
#include "platform.h"

#include <jni.h>

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENGINE_CLASS "io/github/wininet4j/nativelib/capi/CLibrary"
#define JAR "wininet4j.jar"

/* With less a Java machine does not start, and ends the process instead of saying so. */
#define LEAST_MEMORY ((size_t)192 << 20)

#define MAX_OPTIONS 128

typedef jint(JNICALL *created_machines)(JavaVM **machines, jsize room, jsize *count);
typedef jint(JNICALL *create_machine)(JavaVM **machine, void **environment, void *arguments);

/* One line, in one piece even if several threads write. */
__attribute__((format(printf, 1, 2))) static void complain(const char *format, ...) {
    char line[2 * PLATFORM_PATH + 512];
    va_list values;
    va_start(values, format);
    vsnprintf(line, sizeof line, format, values);
    va_end(values);
    for (char *c = line; *c != '\0'; c++) {
        if (*c == '\n' || *c == '\r') {
            *c = ' ';
        }
    }
    fprintf(stderr, "wininet4j: %s\n", line);
}

/*
 * A Java machine that cannot start ends the process after it has printed why. While it starts, what it prints is kept
 * for the one line of this library, and instead of ending the process it stops the thread that starts it.
 */
static atomic_bool is_starting;
static atomic_flag is_printing = ATOMIC_FLAG_INIT;
static char printed[1024];
static size_t printed_length;

static jint JNICALL print(FILE *stream, const char *format, va_list values) {
    if (!atomic_load(&is_starting)) {
        return vfprintf(stream, format, values);
    }
    while (atomic_flag_test_and_set(&is_printing)) {
    }
    int length = vsnprintf(printed + printed_length, sizeof printed - printed_length, format, values);
    if (length > 0) {
        size_t room = sizeof printed - 1 - printed_length;
        printed_length += (size_t)length < room ? (size_t)length : room;
    }
    atomic_flag_clear(&is_printing);
    return length;
}

static void JNICALL before_abort(void) {
    if (atomic_exchange(&is_starting, false)) {
        complain("Java does not start: %s", printed[0] != '\0' ? printed : "it lacks memory or is broken");
        platform_give_up();
    }
}

static const char *variable(const char *name) {
    const char *value = getenv(name);
    return value == NULL || *value == '\0' ? NULL : value;
}

/* The Java machine's library: already there, of JAVA_HOME, or of the java on PATH. */
static void *find_library(void) {
    void *library = platform_loaded_jvm();
    if (library != NULL) {
        return library;
    }
    char home[PLATFORM_PATH];
    const char *given = variable("JAVA_HOME");
    if (given != NULL) {
        snprintf(home, sizeof home, "%s", given);
    } else if (!platform_java_home_of_path(home, sizeof home)) {
        complain("no Java: JAVA_HOME is not set and there is no java on PATH");
        return NULL;
    }
    char path[PLATFORM_PATH + sizeof "/lib/server/libjvm.dylib"];
    char reason[PLATFORM_PATH];
    snprintf(path, sizeof path, "%s/%s", home, platform_jvm);
    if (!platform_is_file(path)) {
        complain("no Java: %s, which %s leads to, does not exist", path, given != NULL ? "JAVA_HOME" : "java on PATH");
        return NULL;
    }
    library = platform_load(path, reason, sizeof reason);
    if (library == NULL) {
        complain("Java cannot be loaded: %s", reason);
    }
    return library;
}

static JavaVM *existing_machine(void *library) {
    JavaVM *machine = NULL;
    jsize count = 0;
    created_machines list;
    *(void **)&list = platform_symbol(library, "JNI_GetCreatedJavaVMs");
    return list != NULL && list(&machine, 1, &count) == JNI_OK && count > 0 ? machine : NULL;
}

/* The class path as an option of the Java machine; NULL after a complaint. To be freed. */
static char *class_path_option(void) {
    static const char option[] = "-Djava.class.path=";
    char jar[PLATFORM_PATH + sizeof "/" JAR];
    const char *path = variable("WININET4J_CLASSPATH");
    if (path == NULL) {
        char folder[PLATFORM_PATH];
        if (!platform_own_path(folder, sizeof folder) || !platform_parent(folder)) {
            complain("no engine: WININET4J_CLASSPATH is not set and the path of this library cannot be told");
            return NULL;
        }
        snprintf(jar, sizeof jar, "%s/" JAR, folder);
        if (!platform_is_file(jar)) {
            /* Where the build has it. */
            char above[PLATFORM_PATH];
            snprintf(above, sizeof above, "%s", folder);
            snprintf(jar, sizeof jar, "%s/" JAR, platform_parent(above) ? above : folder);
        }
        if (!platform_is_file(jar)) {
            complain("no engine: WININET4J_CLASSPATH is not set and there is no " JAR " in %s or in the folder above it",
                folder);
            return NULL;
        }
        path = jar;
    }
    size_t size = sizeof option + strlen(path);
    char *text = malloc(size);
    if (text == NULL) {
        complain("no engine: out of memory");
    } else {
        snprintf(text, size, "%s%s", option, path);
    }
    return text;
}

/*
 * The archive of prepared classes beside the jar as an option of the Java machine; NULL if there is none. To be freed.
 * Java leaves it aside if it is of another Java or of another jar.
 */
static char *archive_option(const char *class_path) {
    static const char option[] = "-XX:SharedArchiveFile=";
    static const char jar_end[] = ".jar";
    const char *path = strchr(class_path, '=') + 1;
    size_t length = strlen(path);
    if (length < sizeof jar_end || strcmp(path + length - strlen(jar_end), jar_end) != 0) {
        return NULL;
    }
    char *text = malloc(sizeof option + length);
    if (text != NULL) {
        sprintf(text, "%s%.*s.jsa", option, (int)(length - strlen(jar_end)), path);
        if (!platform_is_file(text + strlen(option))) {
            free(text);
            text = NULL;
        }
    }
    return text;
}

static JavaVM *create(void *library, char *class_path, char *archive, char *extra) {
    JavaVMOption options[MAX_OPTIONS] = {
        {class_path, NULL},
        /*
         * Signals are the program's: without this the Java machine would take INT, TERM and HUP, and end the program
         * its own way when one comes.
         */
        {(char *)"-Xrs", NULL},
        {(char *)"--enable-native-access=ALL-UNNAMED", NULL},
        {(char *)"vfprintf", (void *)(uintptr_t)print},
        {(char *)"abort", (void *)(uintptr_t)before_abort},
    };
    int count = 5;
    if (archive != NULL) {
        options[count++].optionString = archive;
        /* One that does not fit is no matter for the program's output. */
        options[count++].optionString = (char *)"-Xlog:cds*=off";
    }
    const int own = count;
    for (char *next = extra; next != NULL && *next != '\0';) {
        next += strspn(next, " ");
        size_t length = strcspn(next, " ");
        if (length > 0) {
            if (count == MAX_OPTIONS) {
                complain("Java does not start: more than %d options in WININET4J_JVM_OPTIONS", MAX_OPTIONS - own);
                return NULL;
            }
            options[count++].optionString = next;
        }
        char *end = next + length;
        next = *end == '\0' ? end : end + 1;
        *end = '\0';
    }
    JavaVMInitArgs arguments = {JNI_VERSION_1_8, count, options, JNI_FALSE};
    create_machine start;
    *(void **)&start = platform_symbol(library, "JNI_CreateJavaVM");
    JavaVM *machine = NULL;
    void *environment = NULL;
    atomic_store(&is_starting, true);
    jint code = start == NULL ? JNI_ERR : start(&machine, &environment, &arguments);
    atomic_store(&is_starting, false);
    if (code != JNI_OK) {
        complain("Java does not start: JNI_CreateJavaVM gave %d (class path %s, WININET4J_JVM_OPTIONS %s) %s",
            (int)code, strchr(class_path, '=') + 1, variable("WININET4J_JVM_OPTIONS") != NULL ? "set" : "not set", printed);
        return NULL;
    }
    fputs(printed, stderr);
    return machine;
}

/* Where the engine's classes come from, for a complaint. */
static char engine_path[PLATFORM_PATH] = "the class path of the Java that is in this process";

static JavaVM *new_machine(void *library) {
    if (!platform_can_reserve(LEAST_MEMORY)) {
        complain("Java does not start: there are no %u MiB of address space for it", (unsigned)(LEAST_MEMORY >> 20));
        return NULL;
    }
    char *class_path = class_path_option();
    if (class_path == NULL) {
        return NULL;
    }
    const char *given = variable("WININET4J_JVM_OPTIONS");
    size_t size = given == NULL ? 0 : strlen(given) + 1;
    char *extra = given == NULL ? NULL : malloc(size);
    if (extra != NULL) {
        memcpy(extra, given, size);
    }
    char *archive = archive_option(class_path);
    snprintf(engine_path, sizeof engine_path, "%s", strchr(class_path, '=') + 1);
    JavaVM *machine = create(library, class_path, archive, extra);
    free(archive);
    free(extra);
    free(class_path);
    return machine;
}

/* Says which exception is pending, and ends it. */
static void complain_of_exception(JNIEnv *java, const char *action) {
    jthrowable thrown = (*java)->ExceptionOccurred(java);
    (*java)->ExceptionClear(java);
    jclass type = thrown == NULL ? NULL : (*java)->GetObjectClass(java, thrown);
    jmethodID to_string = type == NULL ? NULL : (*java)->GetMethodID(java, type, "toString", "()Ljava/lang/String;");
    jstring text = to_string == NULL ? NULL : (jstring)(*java)->CallObjectMethod(java, thrown, to_string);
    if ((*java)->ExceptionCheck(java)) {
        (*java)->ExceptionClear(java);
        text = NULL;
    }
    const char *characters = text == NULL ? NULL : (*java)->GetStringUTFChars(java, text, NULL);
    complain("%s: %s", action, characters == NULL ? "an exception that does not tell its name" : characters);
    if (characters != NULL) {
        (*java)->ReleaseStringUTFChars(java, text, characters);
    }
}

/* Lets CLibrary.start(names of the functions) make what answers, and installs it. */
static void start_class(JNIEnv *java) {
    jclass engine = (*java)->FindClass(java, ENGINE_CLASS);
    if (engine == NULL) {
        char action[PLATFORM_PATH + sizeof ENGINE_CLASS + 64];
        snprintf(action, sizeof action, "no engine: class " ENGINE_CLASS " cannot be loaded from %s", engine_path);
        complain_of_exception(java, action);
        return;
    }
    jmethodID start = (*java)->GetStaticMethodID(java, engine, "start", "(Ljava/lang/String;)I");
    jstring names = start == NULL ? NULL : (*java)->NewStringUTF(java, wininet4j_functions());
    jint id = names == NULL ? 0 : (*java)->CallStaticIntMethod(java, engine, start, names);
    if (!(*java)->ExceptionCheck(java)) {
        (void)wininet4j_install_java(java, engine, id);
    }
    if ((*java)->ExceptionCheck(java)) {
        complain_of_exception(java, "the engine does not start");
    }
}

static void start_machine(void) {
    void *library = find_library();
    if (library == NULL) {
        return;
    }
    platform_pin();
    JavaVM *machine = existing_machine(library);
    if (machine == NULL) {
        machine = new_machine(library);
    }
    if (machine == NULL) {
        return;
    }
    JNIEnv *java = NULL;
    /* Does nothing for the thread that made the machine. */
    if ((*machine)->AttachCurrentThreadAsDaemon(machine, (void **)&java, NULL) != JNI_OK) {
        complain("no engine: Java refuses the thread");
        return;
    }
    start_class(java);
    /* Java resets SIGCHLD when it initializes this class, sooner or later: now, while that is undone afterwards. */
    if ((*java)->FindClass(java, "java/lang/ProcessImpl") == NULL) {
        (*java)->ExceptionClear(java);
    }
    (*machine)->DetachCurrentThread(machine);
}

void wininet4j_start_engine(void) {
    /*
     * On a thread of its own: the thread that makes a Java machine becomes its main thread, with guard pages in its
     * stack, and a caller that stayed attached would keep the machine from ever ending.
     */
    platform_save_signals();
    if (!platform_run(start_machine)) {
        complain("no engine: no thread to start it on");
    }
    platform_restore_signals();
}
