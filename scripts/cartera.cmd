@echo off
rem Starts what the build made. Written for Windows, not tried there.
setlocal
set "ROOT=%~dp0.."
set "LIB=%ROOT%\jobs\target\dist\lib"
if not exist "%LIB%" (
    echo Cannot start: not built yet; run  mvn -pl model,reports,jobs package -DskipTests 1>&2
    exit /b 2
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Djava.awt.headless=true -Dlog4j2.statusLoggerLevel=OFF -Dslf4j.internal.verbosity=ERROR %CARTERA_OPTS% -cp "%LIB%\*;%ROOT%\jobs\target\dist\boosting\*" cartera.jobs.cli.Cartera %*
exit /b %ERRORLEVEL%
