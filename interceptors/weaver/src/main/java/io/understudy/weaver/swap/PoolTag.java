package io.understudy.weaver.swap;

/** Tags of the constant pool, JVMS table 4.4-A. */
final class PoolTag {
  static final int UTF8 = 1;
  static final int LONG = 5;
  static final int DOUBLE = 6;
  static final int CLASS = 7;
  static final int STRING = 8;
  static final int FIELD = 9;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int METHOD_HANDLE = 15;
  static final int METHOD_TYPE = 16;
  static final int MODULE = 19;
  static final int PACKAGE = 20;

  private PoolTag() {}
}
