package kr.madang.kernel.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks a visitor to sign in: pages are led to the login page and back, programs are told 401. The accounts room supplies it. */
public interface SignIn {
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
