/*
 * The machine-dependent half of jni.h for Windows, so that wininet.dll can be built with the JDK of another system.
 */
#ifndef WININET4J_JNI_MD_H
#define WININET4J_JNI_MD_H

#define JNIEXPORT __declspec(dllexport)
#define JNIIMPORT __declspec(dllimport)
#define JNICALL __stdcall

typedef long jint;
typedef long long jlong;
typedef signed char jbyte;

#endif
