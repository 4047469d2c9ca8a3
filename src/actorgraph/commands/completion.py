"""Completion for bash, zsh and fish. The shell never evaluates what it is offered."""

from typing import Annotated

import typer

from ..errors import Fault

EXAMPLES = ("actorgraph completion bash", "actorgraph completion fish")

# Each asks `tab.py`. What it says is letters that no shell evaluates; names of files come from the shell itself.
SCRIPTS = {
    "bash": """\
_actorgraph() {
    local IFS=$'\\n'
    COMPREPLY=($(_ACTORGRAPH_COMPLETE=bash actorgraph "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null))
    case "${COMPREPLY[0]-}" in
        :file) COMPREPLY=(); compopt -o default 2>/dev/null ;;
        :folder) COMPREPLY=(); compopt -o dirnames 2>/dev/null ;;
    esac
}
complete -F _actorgraph actorgraph
""",
    "zsh": """\
#compdef actorgraph
_actorgraph() {
    local -a offers
    offers=(${(f)"$(_ACTORGRAPH_COMPLETE=zsh actorgraph "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)"})
    case $offers[1] in
        :file) compset -P '--*='; _files ;;
        :folder) compset -P '--*='; _files -/ ;;
        ?*) offers=(${(@)offers//$'\\t'/:}); _describe actorgraph offers -M 'm:{[:upper:]}={[:lower:]}' ;;
    esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _actorgraph "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
    compdef _actorgraph actorgraph
fi
""",
    "fish": """\
function __actorgraph
    set -l word (commandline -ct)
    set -l offers (_ACTORGRAPH_COMPLETE=fish actorgraph (commandline -opc)[2..-1] "$word" 2>/dev/null)
    switch "$offers[1]"
        case :file :folder
            set -l head (string match -r -- '^--[a-z-]+=' "$word")
            set -l names (complete -C "no-such-command "(string replace -r -- '^--[a-z-]+=' '' "$word"))
            test "$offers[1]" = :folder; and set names (string match -r -- '.*/$' $names)
            string replace -r -- '^' "$head" $names
        case '?*'
            string join -- \\n $offers
    end
end
complete -c actorgraph -f -a '(__actorgraph)'
""",
}


def shells() -> list[str]:
    """The shells there are lines for."""
    return list(SCRIPTS)


def command(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", autocompletion=shells)],
) -> None:
    """The lines that teach a shell to complete actorgraph.

    For bash, add this to ~/.bashrc: eval "$(actorgraph completion bash)". For zsh, the same with zsh in
    ~/.zshrc. For fish, once and again after an update: mkdir -p ~/.config/fish/completions, then
    actorgraph completion fish > ~/.config/fish/completions/actorgraph.fish
    """
    if shell not in SCRIPTS:
        known = ", ".join(SCRIPTS)
        raise Fault(f'No completion for "{shell}". Known: {known}. Try: actorgraph completion bash')
    typer.echo(SCRIPTS[shell], nl=False)
