# shellcheck shell=bash disable=SC2154
# What the measurements of the agent need, built once; to be sourced where $root and $JAVA_HOME are set.

say() { printf '%s\n' "$*" >&2; }

# What the image holds, made the same way: runtime, jars, class cache.
build_agent() {
  local built=$root/benchmarks/target/agent
  say "building the agent"
  "$root/mvnw" -q -f "$root/pom.xml" -pl agent -am -DskipTests -Dspotless.check.skip package >&2
  rm -rf "$built"
  mkdir -p "$built"
  "$JAVA_HOME/bin/jlink" --add-modules java.base --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --vm server --output "$built/java"
  cp -r "$root/agent/target/lib" "$built/"
  cp "$root/agent/target/plimsoll-agent.jar" "$built/plimsoll.jar"
  cp "$root/agent/src/main/resources/dev/plimsoll/agent/jvm.options" "$built/options"
  MALLOC_ARENA_MAX=1 "$built/java/bin/java" "@$built/options" -XX:AOTCacheOutput="$built/plimsoll.aot" \
    -jar "$built/plimsoll.jar" --train >"$built/train.log" 2>&1
  test -s "$built/plimsoll.aot"
}

install_gunicorn() {
  local environment=$root/benchmarks/target/gunicorn
  if [[ ! -x $environment/bin/gunicorn ]]; then
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check gunicorn==27.0.1 >&2
  fi
  echo "$environment/bin/gunicorn"
}

install_pm2() {
  local folder=$root/benchmarks/target/pm2
  if [[ ! -x $folder/node_modules/.bin/pm2-runtime ]]; then
    npm install --silent --no-audit --no-fund --prefix "$folder" pm2@7.0.4 >&2
  fi
  echo "$folder/node_modules/.bin/pm2-runtime"
}
