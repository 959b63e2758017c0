/* _beginthread and its kind. */
#include "windows.h"
