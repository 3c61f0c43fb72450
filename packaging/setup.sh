# Sourced by run, test and build: puts in place what is missing, says what it does, and is quick when nothing is.

# What a window, the papers' fonts and the sound need from Debian.
system_run=(
    python3 python3-venv ca-certificates
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1
    libwayland-cursor0 libwayland-egl1 libpulse0 libcups2
    fonts-noto-cjk
)
# The judges from outside: a screen without a screen, PostgreSQL, pdfsig, certutil, veraPDF's libraries, a token.
system_test=(
    git xvfb xauth postgresql poppler-utils zbar-tools libnss3-tools openssl softhsm2 faketime strace
    openjdk-17-jdk-headless libjaxb-java libjaxb-api-java libistack-commons-java libactivation-java
    libtxw2-java libfastinfoset-java libstax-ex-java
)

say() { printf '%s\n' "$*"; }

step() {  # step 中文 English
    printf '\n── %s · %s\n' "$1" "$2"
}

refuse() {  # refuse 中文 English
    printf '\n✗ %s\n  %s\n' "$1" "$2" >&2
    exit 1
}

need_system() {  # afterwards every named Debian package is installed
    local missing=() package status
    for package in "$@"; do
        status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    step "安装系统软件包（共 ${#missing[@]} 个）" "installing ${#missing[@]} system packages"
    say "   ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || refuse "缺少上列软件包，且没有 sudo；请管理员安装后重试。" \
            "The packages above are missing and there is no sudo; ask an administrator to install them."
        say "   需要管理员权限（sudo） · sudo may ask for your password"
        as_root=(sudo)
    fi
    debian() {
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=120 "$@"
    }
    { quietly debian update && quietly debian install --no-install-recommends "${missing[@]}"; } || refuse \
        "系统软件包安装失败，原因见上。" "The system packages could not be installed; the reason is above."
}

quietly() {  # runs a command that talks too much; its last words are shown only when it fails
    local log code=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || code=$?
    [ "$code" -eq 0 ] || tail -n 20 "$log" >&2
    rm -f "$log"
    return "$code"
}

need_debian() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || refuse \
        "本程序在 Debian 12 上安装；这台机器没有 apt。" "Xunhui installs on Debian 12; this machine has no apt."
}

stamp_of() {  # a digest of everything that decides what is installed
    cat "$@" | sha256sum | cut -d' ' -f1
}

installed() {  # installed NAME FILES… : was this very state installed before?
    local name=$1
    shift
    [ -x .venv/bin/python ] && [ "$(cat ".venv/.installed-$name" 2>/dev/null)" = "$(stamp_of "$@")" ] \
        && [ "$(cat .venv/.where 2>/dev/null)" = "$PWD" ]
}

remember() {
    local name=$1
    shift
    pwd > .venv/.where
    stamp_of "$@" > ".venv/.installed-$name"
}

need_python() {  # need_python LOCK : afterwards .venv holds what the lock names, and the program itself
    local lock=$1 python
    # A virtual environment knows its own folder; one that was moved or copied is made anew.
    if [ -d .venv ] && { [ ! -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null ||
            { [ -f .venv/.where ] && [ "$(cat .venv/.where)" != "$PWD" ]; }; }; then
        rm -rf .venv
    fi
    if [ ! -x .venv/bin/python ]; then
        step "建立 Python 环境 .venv" "making the Python environment .venv"
        for python in /usr/bin/python3 python3.11 python3; do
            "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && break
        done
        "$python" -m venv .venv
    fi
    step "安装程序所用组件（首次需一两分钟）" "installing what the program uses (a minute or two the first time)"
    quietly pip_install --require-hashes -r "$lock" || refuse \
        "组件下载或校验失败，原因见上；请检查网络后重试，已下载的会保留。" \
        "A component could not be downloaded or did not match its hash; the reason is above. Try again."
    quietly pip_install --no-deps --no-build-isolation --editable . || refuse \
        "程序本身未能装入 .venv，原因见上。" "The program could not be put into .venv; the reason is above."
    # Else the first start compiles every module in front of the officer.
    .venv/bin/python -m compileall -q app ui sync
}

pip_install() {
    .venv/bin/python -m pip install --disable-pip-version-check --no-input "$@"
}

need_fonts() {  # afterwards the papers' fonts lie in .venv; what was fetched once is kept in the user's cache
    local kept="${XDG_CACHE_HOME:-$HOME/.cache}/xunhui/fonts" here=.venv/share/xunhui/fonts
    fonts() { .venv/bin/python -u packaging/fonts/install_fonts.py "$@" </dev/null; }
    if [ ! -f "$here/fonts.json" ] && [ -f "$kept/fonts.json" ]; then
        mkdir -p "$here" && cp -a "$kept/." "$here/"
    fi
    ! fonts --check >/dev/null 2>&1 || return 0
    step "准备文书字体（首次约需两分钟）" "preparing the fonts of the papers (about two minutes the first time)"
    # One of the fonts is published only as an npm package.
    command -v npm >/dev/null || need_system npm
    fonts | sed 's/^/   /' || true
    if ! fonts --check >/dev/null 2>&1; then
        # A file that a cut-off copy spoilt has the right size and the wrong bytes: begin again from nothing.
        rm -rf "$here" "$kept"
        fonts | sed 's/^/   /' || refuse "字体未能备齐，原因见上。" "The fonts could not be prepared; the reason is above."
    fi
    mkdir -p "$kept" && cp -a "$here/." "$kept/"
}
