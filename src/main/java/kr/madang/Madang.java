package kr.madang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Madang (마당), the program a district office's public-relations-and-IT section works in. */
@SpringBootApplication
@Modulithic(systemName = "Madang", sharedModules = "kernel")
public class Madang {
    static void main(String[] args) {
        SpringApplication.run(Madang.class, args);
    }
}
