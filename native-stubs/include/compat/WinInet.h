/* wininet.h as many programs spell it. */
#include "../wininet.h"
