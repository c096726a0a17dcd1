import java.lang.invoke.MethodHandles;

/** The name of a class defined as a hidden one. */
public final class HiddenClassNames {

  public static void main(String[] args) throws Exception {
    byte[] bytes = HiddenClassNames.class.getResourceAsStream("Crew.class").readAllBytes();
    Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
    System.out.println(hidden.getName());
  }
}
