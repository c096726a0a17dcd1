package io.understudy.weaver.table;

import java.util.Collection;
import java.util.List;

/** What the look-up needs to know of the running JDK. */
public interface JdkImage {
  /** Natives that a class declares, sorted by name and descriptor; empty when it is absent. */
  List<NativeMethod> natives(String owner);

  /** Methods of a class that are not native, no constructors; empty when it is absent. */
  List<NativeMethod> methods(String owner);

  /** Classes that the patterns name; one that ends in '*' stands for all that begin so. */
  List<String> matching(Collection<String> patterns);

  /** Whether a class declares this method, native or not. */
  boolean declares(String owner, String name, String desc);

  /** Whether this is an interface; false when absent. */
  boolean isInterface(String owner);
}
