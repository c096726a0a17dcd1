/** HashCode of annotations and of what they hold. */
public final class AnnotationHashes {

  @Deprecated(since = "1")
  static final class Marked {}

  public static void main(String[] args) throws Exception {
    Deprecated annotation = Marked.class.getAnnotation(Deprecated.class);
    System.out.println(annotation.hashCode() + " " + annotation);
    System.out.println(Marked.class.hashCode());
  }
}
