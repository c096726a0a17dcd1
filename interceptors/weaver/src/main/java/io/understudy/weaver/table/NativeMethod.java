package io.understudy.weaver.table;

/**
 * A native of the running image.
 *
 * @param module name of the module that holds it
 * @param owner internal name of the class that declares it
 * @param reachable public in a public class of an exported package: bridges call it directly, so
 *     that the JIT's intrinsics still apply
 */
public record NativeMethod(
    String module, String owner, String name, String desc, boolean isStatic, boolean reachable) {
  /** Module of most natives. */
  public static final String BASE = "java.base";

  /** One of java.base. */
  public NativeMethod(String owner, String name, String desc, boolean isStatic, boolean reachable) {
    this(BASE, owner, name, desc, isStatic, reachable);
  }

  /** What {@code wrapped} natives are called; the JVM takes it off to find their code. */
  public static final String PREFIX = "understudy$";

  /** The native itself, when a method in Java has taken its name. */
  public NativeMethod wrapped() {
    return new NativeMethod(module, owner, PREFIX + name, desc, isStatic, false);
  }

  /** As in the census and in messages: {@code java/foo/Bar#baz(I)V}. */
  public String label() {
    return owner + "#" + name + desc;
  }

  /** Descriptor of a static method that takes the receiver, of this type, first. */
  public String staticDesc(String receiver) {
    return isStatic ? desc : "(L" + receiver + ";" + desc.substring(1);
  }
}
