/*
 * The machine-dependent half of jni.h for Windows, so that wininet.dll can be built with the JDK of another system.
 */
#ifndef WININET4J_JNI_MD_H
#define WININET4J_JNI_MD_H

#define JNIEXPORT __declspec(dllexport)
#define JNIIMPORT __declspec(dllimport)
/* Windows of 64 bits has one calling convention. Newer JDKs define this to nothing themselves. */
#define JNICALL

typedef long jint;
typedef long long jlong;
typedef signed char jbyte;

#endif
