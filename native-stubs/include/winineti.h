/* What the SDK keeps apart in this file is in wininet.h here. */
#include "wininet.h"
