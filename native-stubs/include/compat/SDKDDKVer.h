/* Which Windows a program is for, which says nothing here. */
