/*
 * Words of annotation, which say nothing here: those of SAL, and those that came before it.
 */
#ifndef WININET4J_COMPAT_WORDS_H
#define WININET4J_COMPAT_WORDS_H

#define IN
#define OUT
#define OPTIONAL

#ifndef __cplusplus
/* The C++ library has parameters of these names. */
#define __in
#define __in_opt
#define __out
#define __out_opt
#define __inout
#define __inout_opt
#endif
#define __in_z
#define __in_z_opt
#define __in_bcount(size)
#define __in_bcount_opt(size)
#define __in_ecount(size)
#define __in_ecount_opt(size)
#define __in_ecount_z(size)
#define __out_z
#define __out_z_opt
#define __out_bcount(size)
#define __out_bcount_opt(size)
#define __out_bcount_part(size, length)
#define __out_bcount_part_opt(size, length)
#define __out_ecount(size)
#define __out_ecount_opt(size)
#define __out_ecount_part(size, length)
#define __out_ecount_part_opt(size, length)
#define __out_ecount_z(size)
#define __out_ecount_z_opt(size)
#define __inout_z
#define __inout_bcount(size)
#define __inout_bcount_opt(size)
#define __inout_bcount_part(size, length)
#define __inout_ecount(size)
#define __inout_ecount_opt(size)
#define __inout_ecount_part(size, length)
#define __inout_ecount_z(size)
#define __deref_in
#define __deref_out
#define __deref_out_opt
#define __deref_opt_out
#define __deref_opt_out_opt
#define __deref_out_bcount(size)
#define __deref_out_ecount(size)
#define __deref_out_z
#define __deref_inout
#define __deref_inout_opt
#define __reserved
#define __checkReturn
#define __format_string
#define __success(condition)

#define _In_
#define _In_opt_
#define _In_z_
#define _In_opt_z_
#define _In_reads_(size)
#define _In_reads_opt_(size)
#define _In_reads_z_(size)
#define _In_reads_bytes_(size)
#define _In_reads_bytes_opt_(size)
#define _In_range_(low, high)
#define _Out_
#define _Out_opt_
#define _Out_writes_(size)
#define _Out_writes_opt_(size)
#define _Out_writes_z_(size)
#define _Out_writes_opt_z_(size)
#define _Out_writes_to_(size, length)
#define _Out_writes_to_opt_(size, length)
#define _Out_writes_bytes_(size)
#define _Out_writes_bytes_opt_(size)
#define _Out_writes_bytes_to_(size, length)
#define _Out_writes_bytes_to_opt_(size, length)
#define _Outptr_
#define _Outptr_opt_
#define _Outptr_result_maybenull_
#define _Outptr_result_z_
#define _Inout_
#define _Inout_opt_
#define _Inout_z_
#define _Inout_updates_(size)
#define _Inout_updates_opt_(size)
#define _Inout_updates_z_(size)
#define _Inout_updates_bytes_(size)
#define _Inout_updates_bytes_opt_(size)
#define _Reserved_
#define _Frees_ptr_
#define _Frees_ptr_opt_
#define _Field_size_(size)
#define _Field_size_bytes_(size)
#define _Null_terminated_
#define _Ret_maybenull_
#define _Ret_z_
#define _Check_return_
#define _Must_inspect_result_
#define _Success_(condition)
#define _When_(condition, words)
#define _At_(target, words)
#define _Pre_
#define _Post_
#define _Printf_format_string_
#define _Use_decl_annotations_
#define _Analysis_assume_(condition)
#define __analysis_assume(condition)

#endif
