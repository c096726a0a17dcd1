package io.understudy.weaver.table;

import java.util.List;

/** What the look-up needs to know of the running JDK. */
public interface JdkImage {
  /** Natives that a class declares, sorted by name and descriptor; empty when it is absent. */
  List<NativeMethod> natives(String owner);

  /** Whether a class declares this method, native or not. */
  boolean declares(String owner, String name, String desc);

  /** Whether this is an interface; false when absent. */
  boolean isInterface(String owner);
}
