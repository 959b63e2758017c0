/*
 * A program that is both a Windows process, by Wine, and a Linux process with a Java machine.
 *
 * Windows code runs only on threads that Wine has made, and Java needs threads that it can have all to itself, so each
 * thread of either side gets a twin on the other. Of two twins one runs and one waits, at any time. Calls and status
 * callbacks therefore nest over both as they would on one thread, and "the thread that made the call" means the same
 * on both sides.
 */
#define _GNU_SOURCE
#include <asm/prctl.h>
#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define WIN32_LEAN_AND_MEAN
#include <windef.h>
#include <winbase.h>

#include "relay.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef uint64_t(WINAPI *windows_function)(
    uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t);
typedef void (*unix_callback)(void *handle, uintptr_t context, uint32_t status, void *information, uint32_t length);

/* A thread and its twin. Only the one whose turn it is touches anything but the semaphores. */
struct twins {
    sem_t unix_turn;
    sem_t windows_turn;
    enum { CALL, RETURN, STATUS, STATUS_OVER, END } message;

    struct {
        windows_function function;
        uint64_t words[RELAY_WORDS];
        uint64_t result;
        uint32_t last_error;
    } call;

    struct {
        unix_callback callback;
        void *handle;
        uintptr_t context;
        uint32_t number;
        void *information;
        uint32_t length;
    } status;

    /* Where the innermost call goes on that has stepped on a bad address. */
    jmp_buf *rescue;
    struct twins *next;
};

static __thread struct twins *own;
static pthread_key_t unix_thread_ends, windows_thread_ends;

static struct twins *new_twins(void)
{
    struct twins *twins = calloc(1, sizeof *twins);

    if (!twins)
        abort();
    sem_init(&twins->unix_turn, 0, 0);
    sem_init(&twins->windows_turn, 0, 0);
    return twins;
}

static void await(sem_t *turn)
{
    while (sem_wait(turn) != 0)
        continue; /* A signal. */
}

static void tell(struct twins *twins, int message, sem_t *turn)
{
    twins->message = message;
    sem_post(turn);
}

/*
 * Bad addresses. Wine turns the signal into an exception, Java into one of its own, and Java's handler comes last and
 * without a stack of its own, on which Wine's insists. So each thread's signal goes to the side that the thread is of.
 */

static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL };
static struct sigaction windows_actions[COUNT(faults)], java_actions[COUNT(faults)];

/* In this register Windows keeps the address of a thread's block. */
static int is_windows_thread(void)
{
    unsigned long base = 0;

    syscall(SYS_arch_prctl, ARCH_GET_GS, &base);
    return base != 0;
}

/* A thread inherits the register of the one that starts it. */
static void be_no_windows_thread(void)
{
    syscall(SYS_arch_prctl, ARCH_SET_GS, 0UL);
}

/* Functions of one number each: one that Windows calls knows by nothing else what it stands for. */

#define STANDINS 2048

static unix_callback stood_for[STANDINS];
static pthread_mutex_t standins_lock = PTHREAD_MUTEX_INITIALIZER;

static void deliver(unsigned standin, void *handle, uintptr_t context, DWORD number, void *information, DWORD length);

#define STANDIN(n)                                                                                                     \
    static void WINAPI standin_##n(void *handle, uintptr_t context, DWORD number, void *information, DWORD length)     \
    {                                                                                                                  \
        deliver(0##n, handle, context, number, information, length);                                                   \
    }
#define ADDRESS(n) standin_##n,
/* Octal digits. */
#define EIGHT(row, n) row(n##0) row(n##1) row(n##2) row(n##3) row(n##4) row(n##5) row(n##6) row(n##7)
#define SIXTY_FOUR(row, n)                                                                                             \
    EIGHT(row, n##0) EIGHT(row, n##1) EIGHT(row, n##2) EIGHT(row, n##3)                                                \
    EIGHT(row, n##4) EIGHT(row, n##5) EIGHT(row, n##6) EIGHT(row, n##7)
#define FIVE_HUNDRED(row, n)                                                                                           \
    SIXTY_FOUR(row, n##0) SIXTY_FOUR(row, n##1) SIXTY_FOUR(row, n##2) SIXTY_FOUR(row, n##3)                            \
    SIXTY_FOUR(row, n##4) SIXTY_FOUR(row, n##5) SIXTY_FOUR(row, n##6) SIXTY_FOUR(row, n##7)
#define EVERY(row) FIVE_HUNDRED(row, 0) FIVE_HUNDRED(row, 1) FIVE_HUNDRED(row, 2) FIVE_HUNDRED(row, 3)

EVERY(STANDIN)

static void *const standins[STANDINS] = { EVERY(ADDRESS) };

static void *to_windows(void *callback)
{
    size_t i = 0;

    /* None, and the value that means a failure. */
    if (!callback || callback == (void *)-1)
        return callback;
    pthread_mutex_lock(&standins_lock);
    while (i < COUNT(standins) && stood_for[i] && stood_for[i] != (unix_callback)callback)
        i++;
    if (i == COUNT(standins)) {
        fputs("wine host: too many callbacks\n", stderr);
        _exit(3);
    }
    stood_for[i] = (unix_callback)callback;
    pthread_mutex_unlock(&standins_lock);
    return standins[i];
}

static void *from_windows(void *function)
{
    for (size_t i = 0; i < COUNT(standins); i++)
        if (standins[i] == function)
            return (void *)stood_for[i];
    return function;
}

/* The side of Windows. */

static void make_call(struct twins *twins)
{
    uint64_t words[RELAY_WORDS];
    windows_function function = twins->call.function;
    jmp_buf here, *outer = twins->rescue;

    /* A status during the call makes calls of its own with the same record. */
    memcpy(words, twins->call.words, sizeof words);
    if (_setjmp(here) == 0) {
        uint64_t result;
        twins->rescue = &here;
        SetLastError(twins->call.last_error);
        result = function(words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7], words[8],
            words[9]);
        twins->call.last_error = GetLastError();
        twins->call.result = result;
    } else {
        twins->call.last_error = ERROR_NOACCESS;
        twins->call.result = 0;
    }
    twins->rescue = outer;
    tell(twins, RETURN, &twins->unix_turn);
}

static void WINAPI fail_the_call(void)
{
    longjmp(*own->rescue, 1);
}

/* A call that faults inside the DLL fails; else one bad test would end all that follow. What it had locked stays so. */
static LONG WINAPI on_fault(EXCEPTION_POINTERS *fault)
{
    CONTEXT *context = fault->ContextRecord;

    if (!own || !own->rescue)
        return EXCEPTION_CONTINUE_SEARCH;
    fprintf(stderr, "wine host: exception %08x inside a call\n", (unsigned)fault->ExceptionRecord->ExceptionCode);
    context->Rip = (DWORD64)fail_the_call;
    /* Below the frame that faulted, aligned as after a call. */
    context->Rsp = ((context->Rsp - 512) & ~(DWORD64)15) - sizeof(void *);
    return EXCEPTION_CONTINUE_EXECUTION;
}

static DWORD WINAPI twin_of_unix_thread(void *argument)
{
    struct twins *twins = own = argument;

    for (;;) {
        await(&twins->windows_turn);
        if (twins->message == END)
            break;
        make_call(twins);
    }
    own = NULL;
    free(twins);
    return 0;
}

static void *twin_of_windows_thread(void *argument);

static struct twins *twins_of_windows_thread(void)
{
    pthread_attr_t attributes;
    pthread_t thread;

    if (own)
        return own;
    own = new_twins();
    pthread_setspecific(windows_thread_ends, own);
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 4 << 20);
    if (pthread_create(&thread, &attributes, twin_of_windows_thread, own) != 0)
        abort();
    return own;
}

static void deliver(unsigned standin, void *handle, uintptr_t context, DWORD number, void *information, DWORD length)
{
    struct twins *twins = twins_of_windows_thread();
    DWORD last_error = GetLastError();

    twins->status.callback = stood_for[standin];
    twins->status.handle = handle;
    twins->status.context = context;
    twins->status.number = number;
    twins->status.information = information;
    twins->status.length = length;
    tell(twins, STATUS, &twins->unix_turn);
    for (;;) {
        await(&twins->windows_turn);
        if (twins->message == STATUS_OVER)
            break;
        make_call(twins);
    }
    SetLastError(last_error);
}

/* The side of Linux. */

static void call_back(struct twins *twins)
{
    twins->status.callback(twins->status.handle, twins->status.context, twins->status.number, twins->status.information,
        twins->status.length);
    tell(twins, STATUS_OVER, &twins->windows_turn);
}

static void *twin_of_windows_thread(void *argument)
{
    struct twins *twins = own = argument;

    be_no_windows_thread();
    for (;;) {
        await(&twins->unix_turn);
        if (twins->message == END)
            break;
        call_back(twins);
    }
    own = NULL;
    free(twins);
    return NULL;
}

static void end_windows_twin(void *twins)
{
    tell(twins, END, &((struct twins *)twins)->windows_turn);
}

static void end_unix_twin(void *twins)
{
    tell(twins, END, &((struct twins *)twins)->unix_turn);
}

/* Threads of Linux that want a twin; only a thread of Wine can make one. */
static struct twins *waiting;
static pthread_mutex_t waiting_lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t someone_waits;

static struct twins *twins_of_unix_thread(void)
{
    if (own)
        return own;
    own = new_twins();
    pthread_setspecific(unix_thread_ends, own);
    pthread_mutex_lock(&waiting_lock);
    own->next = waiting;
    waiting = own;
    pthread_mutex_unlock(&waiting_lock);
    sem_post(&someone_waits);
    return own;
}

static uint64_t relay_call(void *function, const uint64_t *words, uint32_t *last_error)
{
    struct twins *twins = twins_of_unix_thread();

    twins->call.function = (windows_function)function;
    memcpy(twins->call.words, words, sizeof twins->call.words);
    twins->call.last_error = *last_error;
    tell(twins, CALL, &twins->windows_turn);
    for (;;) {
        await(&twins->unix_turn);
        if (twins->message == RETURN)
            break;
        call_back(twins);
    }
    *last_error = twins->call.last_error;
    return twins->call.result;
}

static uint64_t WINAPI find_on_windows(uint64_t dll, uint64_t name, uint64_t c, uint64_t d, uint64_t e, uint64_t f,
    uint64_t g, uint64_t h, uint64_t i, uint64_t j)
{
    HMODULE module = LoadLibraryA((const char *)dll);

    return module ? (uint64_t)GetProcAddress(module, (const char *)name) : 0;
}

static void *relay_find(const char *dll, const char *name)
{
    uint64_t words[RELAY_WORDS] = { (uint64_t)dll, (uint64_t)name };
    uint32_t last_error = 0;

    return (void *)relay_call((void *)find_on_windows, words, &last_error);
}

static const struct relay relay = { relay_find, relay_call, to_windows, from_windows };

static void on_fault_signal(int number, siginfo_t *information, void *context)
{
    struct sigaction *actions = is_windows_thread() ? windows_actions : java_actions;

    for (size_t i = 0; i < COUNT(faults); i++)
        if (faults[i] == number)
            actions[i].sa_sigaction(number, information, context);
}

static void keep_actions(struct sigaction *actions)
{
    for (size_t i = 0; i < COUNT(faults); i++)
        sigaction(faults[i], NULL, &actions[i]);
}

static void share_faults(void)
{
    keep_actions(java_actions);
    for (size_t i = 0; i < COUNT(faults); i++) {
        struct sigaction both = windows_actions[i];
        both.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
        both.sa_sigaction = on_fault_signal;
        sigaction(faults[i], &both, NULL);
    }
}

/* Without the handlers that Wine has registered for the end of the process: no thread of Java may run them. */
static void leave(jint code)
{
    fflush(NULL);
    _exit(code);
}

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "wine host: %s: %s\n", what, which);
    leave(3);
}

static void run_main(JNIEnv *env, char *name, char **arguments, int count)
{
    jclass strings = (*env)->FindClass(env, "java/lang/String"), type;
    jobjectArray array = (*env)->NewObjectArray(env, count, strings, NULL);
    jmethodID method;

    for (char *c = name; *c; c++)
        if (*c == '.')
            *c = '/';
    for (int i = 0; i < count; i++)
        (*env)->SetObjectArrayElement(env, array, i, (*env)->NewStringUTF(env, arguments[i]));
    type = (*env)->FindClass(env, name);
    method = type ? (*env)->GetStaticMethodID(env, type, "main", "([Ljava/lang/String;)V") : NULL;
    if (method)
        (*env)->CallStaticVoidMethod(env, type, method, array);
}

/* Starts Java with the lines of a file: options, the name of a class, what its main method gets. */
static void *java_thread(void *file)
{
    static char *lines[1024];
    static JavaVMOption options[256];
    JavaVMInitArgs init = { JNI_VERSION_10, 0, options, JNI_FALSE };
    int count = 0;
    char machine[4096], *line = NULL;
    size_t room = 0;
    ssize_t length;
    FILE *in;
    void *library;
    jint (*create)(JavaVM **, void **, void *);
    JavaVM *vm;
    JNIEnv *env;
    int failed;

    be_no_windows_thread();
    in = fopen(file, "r");
    if (!in)
        fail("cannot read", file);
    while (count < (int)COUNT(lines) && (length = getline(&line, &room, in)) > 0) {
        line[strcspn(line, "\n")] = 0;
        lines[count++] = strdup(line);
    }
    fclose(in);
    options[init.nOptions].optionString = "exit";
    options[init.nOptions++].extraInfo = (void *)leave;
    while (init.nOptions <= count && init.nOptions < (int)COUNT(options) && lines[init.nOptions - 1][0] == '-') {
        options[init.nOptions].optionString = lines[init.nOptions - 1];
        init.nOptions++;
    }
    if (init.nOptions > count)
        fail("no main class", file);

    snprintf(machine, sizeof machine, "%s/lib/server/libjvm.so", getenv("JAVA_HOME"));
    library = dlopen(machine, RTLD_NOW | RTLD_GLOBAL);
    if (!library)
        fail("cannot load Java", dlerror());
    create = (jint(*)(JavaVM **, void **, void *))dlsym(library, "JNI_CreateJavaVM");
    keep_actions(windows_actions);
    if (create(&vm, (void **)&env, &init) != JNI_OK)
        fail("cannot start", machine);
    share_faults();
    run_main(env, lines[init.nOptions - 1], lines + init.nOptions, count - init.nOptions);
    failed = (*env)->ExceptionCheck(env);
    if (failed)
        (*env)->ExceptionDescribe(env);
    (*vm)->DestroyJavaVM(vm);
    leave(failed);
    return NULL;
}

int main(int argc, char **argv)
{
    char address[32];
    pthread_attr_t attributes;
    pthread_t java;

    if (argc != 2) {
        fputs("usage: host.exe.so FILE-OF-ARGUMENTS\n", stderr);
        return 3;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    SetUnhandledExceptionFilter(on_fault);
    pthread_key_create(&unix_thread_ends, end_windows_twin);
    pthread_key_create(&windows_thread_ends, end_unix_twin);
    sem_init(&someone_waits, 0, 0);
    snprintf(address, sizeof address, "%p", (void *)&relay);
    setenv(RELAY_VARIABLE, address, 1);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 8 << 20);
    if (pthread_create(&java, &attributes, java_thread, argv[1]) != 0)
        abort();
    for (;;) {
        struct twins *first;
        HANDLE thread;
        await(&someone_waits);
        pthread_mutex_lock(&waiting_lock);
        first = waiting;
        waiting = first->next;
        pthread_mutex_unlock(&waiting_lock);
        thread = CreateThread(NULL, 0, twin_of_unix_thread, first, 0, NULL);
        if (!thread)
            abort();
        CloseHandle(thread);
    }
}
