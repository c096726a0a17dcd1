/** Object.toString of objects, arrays, lambdas. */
public final class ObjectStrings {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(
          new Object()
              + " "
              + new int[0]
              + " "
              + new String[1]
              + " "
              + new Thread(() -> {}).hashCode());
    }
  }
}
