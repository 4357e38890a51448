// One entry of the table: included once per file, with SHIPPED set to the file's path as seen from here. The zero at the
// end keeps the array of an empty file legal; it is not counted.
{
  &SHIPPED[sizeof("../../") - 1],
  (const unsigned char[]){
#embed SHIPPED suffix(, 0) if_empty(0)
  },
  sizeof((const unsigned char[]){
#embed SHIPPED suffix(, 0) if_empty(0)
  }) - 1
},
#undef SHIPPED
