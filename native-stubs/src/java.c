/*
 * Calls between C and Java: every function of the library arrives at one static method, statuses at a native one.
 */
#include "bridge.h"
#include "engine.h"
#include "platform.h"

#include <jni.h>
#include <wininet.h>

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

/* id, function, last error, its address, arguments */
#define CALL_SIGNATURE "(IIIJJJJJJJJJJ)J"
#define FIXED_ARGUMENTS 4

static JavaVM *machine;

/* CLibrary, which is one for all ids, and its method. Set before the entry is, and never changed. */
static jclass entry_class;
static jmethodID entry_call;

/* What of the class answers. */
static _Atomic(jint) entry_id;

static void detach(void *unused) {
    (void)unused;
    (void)(*machine)->DetachCurrentThread(machine);
}

/* Attaches a thread of C for the rest of its life, as a daemon: Java may end without it. */
static JNIEnv *attach(void) {
    JavaVMAttachArgs arguments = {JNI_VERSION_1_8, (char *)"wininet caller", NULL};
    JNIEnv *java = NULL;
    if ((*machine)->AttachCurrentThreadAsDaemon(machine, (void **)&java, &arguments) != JNI_OK) {
        return NULL;
    }
    /* A thread that ends attached leaves Java a stack that is gone. */
    if (!platform_at_thread_end(detach, machine)) {
        detach(NULL);
        return NULL;
    }
    return java;
}

/*
 * Makes no local reference, and leaves no exception behind. One that is pending already, in a thread of Java that is on
 * its way back from C, is put aside meanwhile.
 */
static bool call_java(uint32_t function, const uint64_t *arguments, uint32_t *last_error, uint64_t *result) {
    JNIEnv *java = NULL;
    if ((*machine)->GetEnv(machine, (void **)&java, JNI_VERSION_1_8) != JNI_OK) {
        java = attach();
    }
    if (java == NULL) {
        *last_error = ERROR_NOT_ENOUGH_MEMORY;
        return false;
    }
    jvalue values[FIXED_ARGUMENTS + WININET4J_MOST_ARGUMENTS];
    values[0].i = atomic_load_explicit(&entry_id, memory_order_acquire);
    values[1].i = (jint)function;
    values[2].i = (jint)*last_error;
    values[3].j = (jlong)(uintptr_t)last_error;
    for (int i = 0; i < WININET4J_MOST_ARGUMENTS; i++) {
        values[FIXED_ARGUMENTS + i].j = (jlong)arguments[i];
    }
    jthrowable before = NULL;
    if ((*java)->ExceptionCheck(java)) {
        before = (*java)->ExceptionOccurred(java);
        (*java)->ExceptionClear(java);
    }
    *result = (uint64_t)(*java)->CallStaticLongMethodA(java, entry_class, entry_call, values);
    bool answered = true;
    if ((*java)->ExceptionCheck(java)) {
        /* The method itself throws nothing; the machine may lack stack or memory to begin it. */
        (*java)->ExceptionClear(java);
        *last_error = ERROR_INTERNET_INTERNAL_ERROR;
        answered = false;
    }
    if (before != NULL) {
        (void)(*java)->Throw(java, before);
        (*java)->DeleteLocalRef(java, before);
    }
    return answered;
}

/* CLibrary.notify: calls a status callback of C. */
static void JNICALL notify(JNIEnv *java, jclass type, jlong callback, jlong handle, jlong context, jint status,
    jlong information, jint length) {
    (void)java;
    (void)type;
    INTERNET_STATUS_CALLBACK function = (INTERNET_STATUS_CALLBACK)(uintptr_t)callback;
    function((HINTERNET)(uintptr_t)handle, (DWORD_PTR)context, (DWORD)status, (LPVOID)(uintptr_t)information,
        (DWORD)length);
}

/* CLibrary.copy: reads memory that may not be there; returns how many bytes could be read. */
static jint JNICALL copy(JNIEnv *java, jclass type, jbyteArray to, jlong from) {
    (void)type;
    jbyte bytes[4096];
    jsize size = (*java)->GetArrayLength(java, to);
    if (size > (jsize)sizeof bytes) {
        return 0;
    }
    jsize count = (jsize)platform_copy(bytes, (const void *)(uintptr_t)from, (size_t)size);
    (*java)->SetByteArrayRegion(java, to, 0, count, bytes);
    return count;
}

/* Of the class of an entry: its method, and C for its native ones. False with an exception if it lacks one. */
static bool bind_methods(JNIEnv *java, jclass type, jmethodID *call) {
    const JNINativeMethod natives[] = {
        {(char *)"notify", (char *)"(JJJIJI)V", (void *)(uintptr_t)notify},
        {(char *)"copy", (char *)"([BJ)I", (void *)(uintptr_t)copy},
    };
    *call = (*java)->GetStaticMethodID(java, type, "call", CALL_SIGNATURE);
    return *call != NULL
        && (*java)->RegisterNatives(java, type, natives, sizeof natives / sizeof natives[0]) == JNI_OK;
}

int32_t wininet4j_install_java(void *environment, void *entry, int32_t id) {
    JNIEnv *java = environment;
    jclass type = entry;
    if (entry_class == NULL) {
        jmethodID call;
        if ((*java)->GetJavaVM(java, &machine) != JNI_OK || !bind_methods(java, type, &call)) {
            return 0;
        }
        entry_call = call;
        entry_class = (*java)->NewGlobalRef(java, type);
    }
    if (entry_class == NULL || !(*java)->IsSameObject(java, entry_class, type)) {
        return 0;
    }
    atomic_store_explicit(&entry_id, id, memory_order_release);
    wininet4j_set_entry(call_java);
    return 1;
}
