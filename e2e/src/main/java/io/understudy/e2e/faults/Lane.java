package io.understudy.e2e.faults;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several enclosures, each with a network and a pair of its own, that share the runs of each
 * row: lane 2 of 3 plays runs 2, 5, 8 …
 *
 * @param number from 1
 * @param lanes how many there are
 */
record Lane(int number, int lanes) {
  static final Lane ONLY = new Lane(1, 1);

  Lane {
    if (number < 1 || number > lanes) {
      throw new IllegalArgumentException("there is no lane " + number + " of " + lanes);
    }
  }

  /** Whether a run, counted from 1, is this lane's. */
  boolean plays(int run) {
    return (run - number) % lanes == 0;
  }

  @Override
  public String toString() {
    return number + "/" + lanes;
  }

  /** Reads what {@link #toString} writes. */
  static final class Converter implements ITypeConverter<Lane> {
    @Override
    public Lane convert(String value) {
      String[] parts = value.split("/", 2);
      try {
        return new Lane(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new TypeConversionException("'" + value + "' is no lane; 2/3 is one");
      }
    }
  }
}
