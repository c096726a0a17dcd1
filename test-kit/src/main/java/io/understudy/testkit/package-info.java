/** JDKs of this machine and JVMs as processes of their own, for the tests of all modules. */
package io.understudy.testkit;
