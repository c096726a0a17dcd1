import java.lang.reflect.Array;

/** Class loaders of the application in the text of a ClassCastException. */
public final class LoaderNames {

  public static void main(String[] args) throws Exception {
    byte[] bytes = LoaderNames.class.getResourceAsStream("Crew.class").readAllBytes();
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String name) {
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    try {
      ((Class<?>) loader.loadClass("Crew")).cast("text");
      System.out.println(Integer.class.cast(loader));
    } catch (ClassCastException e) {
      System.out.println(e.getMessage());
    }
    try {
      Object array = Array.newInstance(loader.loadClass("Crew"), 1);
      Crew[] crew = (Crew[]) array;
      System.out.println(crew.length);
    } catch (ClassCastException e) {
      System.out.println(e.getMessage());
    }
  }
}
