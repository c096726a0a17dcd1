/** Runs several programs in one JVM; a line before each names it. */
public final class Batch {
  public static void main(String[] names) throws Exception {
    for (String name : names) {
      System.out.println("== " + name);
      Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }
  }
}
