package io.understudy.weaver.table;

/**
 * A native of the running image.
 *
 * @param owner internal name of the class that declares it
 * @param reachable public in a public class of an exported package: bridges call it directly, so
 *     that the JIT's intrinsics still apply
 */
public record NativeMethod(
    String owner, String name, String desc, boolean isStatic, boolean reachable) {

  /** As in the census and in messages: {@code java/foo/Bar#baz(I)V}. */
  public String label() {
    return owner + "#" + name + desc;
  }

  /** Descriptor of a static method that takes the receiver, of this type, first. */
  public String staticDesc(String receiver) {
    return isStatic ? desc : "(L" + receiver + ";" + desc.substring(1);
  }
}
